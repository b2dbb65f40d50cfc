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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Goes through a corpus once for the items that there are to choose from. What they say is handed on and not kept. */
final class GroundItems {
    private final Predicate<String> comparable;
    private final BiPredicate<String, String> together;
    private final boolean whole;
    private final Set<String> texts = new HashSet<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Integer> documents = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final BitSet compared = new BitSet();
    private final List<Integer> spaces = new ArrayList<>();
    private final List<String> speaks = new ArrayList<>();
    private long tokens;
    private int copies;

    /**
     * @param comparable whether texts of a language can be held against the aim
     * @param together whether texts of two languages lie in one space
     * @param whole whether documents are the items, not passages
     */
    GroundItems(Predicate<String> comparable, BiPredicate<String, String> together, boolean whole) {
        this.comparable = comparable;
        this.together = together;
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
            spaces.addAll(Collections.nCopies(ids.size() - before, space(document.language())));
            compared.set(before, ids.size(), comparable.test(document.language()));
        }
    }

    private int space(String language) {
        for (int space = 0; space < speaks.size(); space++) {
            if (together.test(speaks.get(space), language)) {
                return space;
            }
        }
        speaks.add(language);
        return speaks.size() - 1;
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
        Pool pool = Pool.of(vectors, ordinals(documents), ordinals(spaces));
        return new Ground(ids, pool, titles, copies, compared, tokens);
    }

    private static int[] ordinals(List<Integer> all) {
        return all.stream().mapToInt(Integer::intValue).toArray();
    }
}
