package dev.lectern.stage.retrieve;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.sample.Evidence;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Passages as evidence to be shown: whole, in the order they stand in the corpus. */
final class Shown {
    private Shown() {}

    static List<Evidence> inOrder(Collection<Passage> passages, Corpus corpus) {
        return passages.stream()
                .sorted(Comparator.comparing(Passage::document).thenComparing(Passage::start))
                .map(passage -> whole(passage, corpus))
                .toList();
    }

    private static Evidence whole(Passage passage, Corpus corpus) {
        Document document = corpus.document(passage.document());
        return new Evidence(
                passage.document(),
                passage.id(),
                passage.start(),
                passage.end(),
                passage.span().of(document.text()),
                Optional.of(document.uri()),
                passage.page());
    }
}
