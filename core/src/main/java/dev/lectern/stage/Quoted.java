package dev.lectern.stage;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Span;
import dev.lectern.sample.Evidence;
import java.util.Optional;

/** What stands in the corpus, as evidence: word for word, with the place where it stands. */
public final class Quoted {
    private Quoted() {}

    /** All that the passage says. */
    public static Evidence whole(Passage passage, Corpus corpus) {
        return whole(passage, corpus.document(passage.document()));
    }

    /** @param document the one that the passage is of */
    public static Evidence whole(Passage passage, Document document) {
        return new Evidence(
                document.id(),
                passage.id(),
                passage.start(),
                passage.end(),
                passage.span().of(document.text()),
                Optional.of(document.uri()),
                passage.page());
    }

    /** A part of what the passage says, on the page where it begins. */
    public static Evidence part(Span part, Passage passage, Document document) {
        return new Evidence(
                document.id(),
                passage.id(),
                part.start(),
                part.end(),
                part.of(document.text()),
                Optional.of(document.uri()),
                document.pageAt(part.start()));
    }
}
