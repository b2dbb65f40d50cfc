package dev.lectern.index;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import java.util.stream.Stream;

/**
 * A passage as it is looked up.
 *
 * @param text the headings above it, then its own words
 */
public record Entry(Passage passage, Document document, String text) {
    /** All passages in the order of their documents' ids, then of the text: the order in which an index is built. Close it. */
    static Stream<Entry> all(Corpus corpus) {
        return corpus.everyDocument()
                .flatMap(document -> corpus.passagesOf(document.id()).stream().map(passage -> of(passage, document)));
    }

    static Entry of(Passage passage, Document document) {
        return new Entry(passage, document, passage.underHeadings(document.text()));
    }
}
