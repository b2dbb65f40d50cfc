package dev.lectern.corpus;

import dev.lectern.text.Tokens;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers passages to show, the most important first, as many as a budget of tokens holds; the first always. In the end they stand in
 * passage order: a change of ranks alone is no other request.
 */
public final class Gathering {
    private final Corpus corpus;
    private final int budget;
    private final Set<Passage> passages = new LinkedHashSet<>();
    private int tokens;

    public Gathering(Corpus corpus, int tokens) {
        this.corpus = corpus;
        this.budget = tokens;
    }

    /** Takes each that still fits; a long one that doesn't leaves room for a shorter one. */
    public Gathering add(Collection<Passage> more) {
        for (Passage passage : more) {
            if (!passages.contains(passage)) {
                int size = Tokens.count(corpus.text(passage));
                if (passages.isEmpty() || tokens + size <= budget) {
                    passages.add(passage);
                    tokens += size;
                }
            }
        }
        return this;
    }

    /** The passages of the same document around one, the nearest first. */
    public Gathering around(Passage own, int neighbours) {
        List<Passage> document = corpus.passagesOf(own.document());
        int at = document.indexOf(own);
        for (int step = 1; step <= neighbours; step++) {
            if (at - step >= 0) {
                add(List.of(document.get(at - step)));
            }
            if (at + step < document.size()) {
                add(List.of(document.get(at + step)));
            }
        }
        return this;
    }

    public List<Passage> inOrder() {
        return passages.stream()
                .sorted(Comparator.comparing(Passage::document).thenComparing(Passage::start))
                .toList();
    }
}
