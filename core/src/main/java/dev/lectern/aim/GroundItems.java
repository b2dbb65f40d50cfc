package dev.lectern.aim;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.learn.Rows;
import dev.lectern.model.Meaning.Worded;
import dev.lectern.select.Pool;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Goes through a corpus once for the items that there are to choose from. What they say is handed on and not kept. */
final class GroundItems {
    private final Predicate<String> comparable;
    private final boolean whole;
    private final Set<String> texts = new HashSet<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Integer> documents = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final BitSet compared = new BitSet();
    private long tokens;
    private int copies;

    /**
     * @param comparable whether texts of a language can be held against the aim
     * @param whole whether documents are the items, not passages
     */
    GroundItems(Predicate<String> comparable, boolean whole) {
        this.comparable = comparable;
        this.whole = whole;
    }

    /** @param each takes the texts of one item, in the order of items */
    GroundItems over(Corpus corpus, Consumer<List<Worded>> each) {
        try (Stream<Document> every = corpus.everyDocument()) {
            every.forEach(document -> add(document, corpus.passagesOf(document.id()), each));
        }
        texts.clear();
        return this;
    }

    private void add(Document document, List<Passage> passages, Consumer<List<Worded>> each) {
        int before = ids.size();
        List<Worded> all = new ArrayList<>();
        for (Passage passage : passages) {
            Worded text = new Worded(passage.underHeadings(document.text()), document.language());
            if (whole) {
                all.add(text);
            } else if (texts.add(Hash.id(text.text()))) {
                add(passage.id(), List.of(text), each);
            } else {
                copies++;
            }
        }
        if (!all.isEmpty()) {
            add(document.id(), all, each);
        }
        if (ids.size() > before) {
            titles.add(document.title());
            compared.set(before, ids.size(), comparable.test(document.language()));
        }
    }

    private void add(String id, List<Worded> item, Consumer<List<Worded>> each) {
        ids.add(id);
        documents.add(titles.size());
        item.forEach(text -> tokens += about(text.text()));
        each.accept(item);
    }

    /** Tokens of a text, roughly: a Han character each, four other characters. */
    static long about(String text) {
        long han = text.chars().filter(c -> c >= 0x2E80).count();
        return han + (text.length() - han + 3) / 4;
    }

    int size() {
        return ids.size();
    }

    /** @param vectors of the items, in their order */
    Ground with(Rows vectors) {
        int[] of = documents.stream().mapToInt(Integer::intValue).toArray();
        return new Ground(ids, Pool.of(vectors, of), titles, copies, compared, tokens);
    }
}
