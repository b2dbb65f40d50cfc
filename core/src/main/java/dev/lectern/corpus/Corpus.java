package dev.lectern.corpus;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The documents of a run and the passages they were cut into. Safe for many threads; reading a document may touch the disk.
 * Streams are in id order and hold one document at a time, whatever the size of the corpus; close them.
 */
public interface Corpus {
    /** @throws IllegalArgumentException if there is no such document */
    Document document(String id);

    /** @throws IllegalArgumentException if there is no such passage */
    Passage passage(String id);

    /** The passages of a document in text order. */
    List<Passage> passagesOf(String document);

    /** Ids of all documents, sorted. */
    List<String> documents();

    /** Ids of all passages, sorted. */
    List<String> passages();

    /** The passage's own words. */
    default String text(Passage passage) {
        return passage.span().of(document(passage.document()).text());
    }

    default Stream<Document> everyDocument() {
        return documents().stream().map(this::document);
    }

    default Stream<Passage> everyPassage() {
        return passages().stream().map(this::passage);
    }

    /**
     * What can only be known from the corpus as a whole, such as the name each folder is about. Made on first use and kept as
     * long as the corpus; {@code make} must give the same for equal corpora. {@link Derived} keeps it.
     */
    <T> T derived(Class<T> kind, Function<Corpus, T> make);

    /** Hash over all documents and passages: equal corpora, equal digest. */
    String digest();
}
