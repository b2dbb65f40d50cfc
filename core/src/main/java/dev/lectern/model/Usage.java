package dev.lectern.model;

/** Tokens of a call as the provider counted them; cached ones are part of the input. */
public record Usage(long input, long output, long cached) {
    public static final Usage NONE = new Usage(0, 0, 0);

    public Usage plus(Usage other) {
        return new Usage(input + other.input, output + other.output, cached + other.cached);
    }
}
