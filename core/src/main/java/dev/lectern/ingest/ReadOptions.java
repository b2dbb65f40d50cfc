package dev.lectern.ingest;

import java.util.Optional;

/**
 * How documents are read.
 *
 * @param language the language of all documents; empty to find each one's own
 * @param passageTokens tokens that a passage may hold
 * @param threads files read at the same time; plays no part in the result
 */
public record ReadOptions(Optional<String> language, int passageTokens, int threads) {
    /** A few paragraphs: enough to ask about, little enough that three fit a prompt with room for the answer. */
    public static final int PASSAGE_TOKENS = 500;

    public static final ReadOptions DEFAULT = new ReadOptions(
            Optional.empty(), PASSAGE_TOKENS, Runtime.getRuntime().availableProcessors());

    public ReadOptions withLanguage(String code) {
        return new ReadOptions(Optional.of(code), passageTokens, threads);
    }

    public ReadOptions withThreads(int number) {
        return new ReadOptions(language, passageTokens, number);
    }

    public ReadOptions withPassageTokens(int most) {
        return new ReadOptions(language, most, threads);
    }
}
