package dev.lectern.ingest;

import dev.lectern.redact.Redactor;
import dev.lectern.text.Hash;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How documents are read.
 *
 * @param language the language of all documents; empty to find each one's own
 * @param passageTokens tokens that a passage may hold
 * @param threads files read at the same time; plays no part in the result
 * @param redactor puts placeholders into the documents; empty leaves them as they are
 * @param given files that the command names for something else, with the option that does: seeds are no documents
 */
public record ReadOptions(
        Optional<String> language,
        int passageTokens,
        int threads,
        Optional<Redactor> redactor,
        SortedMap<Path, String> given) {
    /** A few paragraphs: enough to ask about, little enough that three fit a prompt with room for the answer. */
    public static final int PASSAGE_TOKENS = 500;

    public static final ReadOptions DEFAULT = new ReadOptions(
            Optional.empty(),
            PASSAGE_TOKENS,
            Runtime.getRuntime().availableProcessors(),
            Optional.empty(),
            new TreeMap<>());

    public ReadOptions {
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
    }

    public ReadOptions withLanguage(String code) {
        return new ReadOptions(Optional.of(code), passageTokens, threads, redactor, given);
    }

    public ReadOptions withThreads(int number) {
        return new ReadOptions(language, passageTokens, number, redactor, given);
    }

    public ReadOptions withRedactor(Redactor hider) {
        return new ReadOptions(language, passageTokens, threads, Optional.of(hider), given);
    }

    /** Leaves these files out where they lie among the sources. */
    public ReadOptions withGiven(SortedMap<Path, String> files) {
        return new ReadOptions(language, passageTokens, threads, redactor, files);
    }

    /** What is hidden, in a word that tells two ways of it apart and no name. */
    String hides() {
        return redactor.map(hider -> "hides-" + Hash.id(hider.how().names().toString()))
                .orElse("");
    }
}
