package dev.lectern.stage.retrieve;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Passage;
import dev.lectern.sample.Evidence;
import dev.lectern.stage.Quoted;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Passages as evidence to be shown: whole, in the order they stand in the corpus. */
final class Shown {
    private Shown() {}

    static List<Evidence> inOrder(Collection<Passage> passages, Corpus corpus) {
        return passages.stream()
                .sorted(Comparator.comparing(Passage::document).thenComparing(Passage::start))
                .map(passage -> Quoted.whole(passage, corpus))
                .toList();
    }
}
