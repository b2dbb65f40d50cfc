package dev.lectern.model;

/**
 * Tokens of a call. Cached ones are part of the input.
 *
 * @param guessed how many of input and output a tokenizer of ours counted because the provider did not say
 */
public record Usage(long input, long output, long cached, long guessed) {
    public static final Usage NONE = new Usage(0, 0, 0, 0);

    /** As the provider counted. */
    public Usage(long input, long output, long cached) {
        this(input, output, cached, 0);
    }

    public long total() {
        return input + output;
    }

    public Usage plus(Usage other) {
        return new Usage(input + other.input, output + other.output, cached + other.cached, guessed + other.guessed);
    }
}
