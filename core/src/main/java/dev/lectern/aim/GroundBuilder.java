package dev.lectern.aim;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.model.Meaning;
import dev.lectern.model.Meaning.Worded;
import dev.lectern.model.Vectors;
import dev.lectern.select.Pool;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Goes through a corpus once and gives its items vectors, some hundreds at a time; no text stays in memory. */
final class GroundBuilder {
    /** So many keep all processors at work, or all requests that a provider allows. */
    private static final int AT_A_TIME = 1024;

    private final Meaning meaning;
    private final Set<String> languages;
    private final boolean whole;
    private final BiConsumer<Long, Long> heard;
    private final List<Item> waiting = new ArrayList<>();
    private final Set<String> texts = new HashSet<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Integer> documents = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private long tokens;
    private int copies;
    private int incomparable;
    private int waitingTexts;
    private long done;

    /** An item whose vector is still to be made. */
    private record Item(String id, List<Worded> texts) {}

    /**
     * @param languages of the aim
     * @param whole whether documents are the items, each in the middle of its passages
     * @param heard how many passages have a vector, of how many
     */
    GroundBuilder(Meaning meaning, Set<String> languages, boolean whole, BiConsumer<Long, Long> heard) {
        this.meaning = meaning;
        this.languages = languages;
        this.whole = whole;
        this.heard = heard;
    }

    Ground of(Corpus corpus) {
        long all = corpus.passages().size();
        try (Stream<Document> every = corpus.everyDocument()) {
            every.forEach(each -> add(each, corpus.passagesOf(each.id()), all));
        }
        flush(all);
        int[] of = documents.stream().mapToInt(Integer::intValue).toArray();
        return new Ground(ids, Pool.of(vectors, of), titles, copies, incomparable, tokens);
    }

    private void add(Document each, List<Passage> passages, long all) {
        List<Item> items = new ArrayList<>();
        List<Worded> own = new ArrayList<>();
        for (Passage passage : passages) {
            Worded text = new Worded(passage.underHeadings(each.text()), each.language());
            if (whole) {
                own.add(text);
            } else if (texts.add(Hash.id(text.text()))) {
                items.add(new Item(passage.id(), List.of(text)));
            } else {
                copies++;
            }
        }
        if (!own.isEmpty()) {
            items.add(new Item(each.id(), own));
        }
        if (items.isEmpty()) {
            return;
        }
        if (languages.stream().noneMatch(language -> meaning.compares(language, each.language()))) {
            incomparable += items.size();
        }
        for (Item item : items) {
            ids.add(item.id);
            documents.add(titles.size());
            waiting.add(item);
            waitingTexts += item.texts.size();
            if (waitingTexts >= AT_A_TIME) {
                flush(all);
            }
        }
        titles.add(each.title());
    }

    private void flush(long all) {
        List<Worded> some =
                waiting.stream().flatMap(item -> item.texts.stream()).toList();
        some.forEach(text -> tokens += about(text.text()));
        List<float[]> made = meaning.vectors(some);
        int at = 0;
        for (Item item : waiting) {
            vectors.add(middle(made.subList(at, at + item.texts.size())));
            at += item.texts.size();
        }
        done += some.size();
        waiting.clear();
        waitingTexts = 0;
        heard.accept(done, all);
    }

    /** Tokens of a text, roughly: a Han character each, four other characters. */
    static long about(String text) {
        long han = text.chars().filter(c -> c >= 0x2E80).count();
        return han + (text.length() - han + 3) / 4;
    }

    private static float[] middle(List<float[]> vectors) {
        if (vectors.size() == 1) {
            return vectors.getFirst();
        }
        float[] sum = new float[vectors.getFirst().length];
        vectors.forEach(vector -> IntStream.range(0, sum.length).forEach(i -> sum[i] += vector[i]));
        return Vectors.unit(sum);
    }
}
