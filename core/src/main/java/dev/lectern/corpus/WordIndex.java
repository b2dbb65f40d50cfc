package dev.lectern.corpus;

import dev.lectern.text.Han;
import dev.lectern.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds passages by their words, exactly, all of it in memory: for some thousands of passages, and for where nothing better is on the
 * class path. Chinese is looked up by pairs of characters, other words without a plural's s.
 */
public final class WordIndex implements Retriever {
    private final Corpus corpus;
    private final List<String> passages;
    private final int[] lengths;
    private final double usualLength;
    private final Map<String, List<Place>> places = new HashMap<>();

    private record Place(int passage, int times) {}

    private WordIndex(Corpus corpus) {
        this.corpus = corpus;
        passages = corpus.passages();
        lengths = new int[passages.size()];
        for (int i = 0; i < lengths.length; i++) {
            Passage passage = corpus.passage(passages.get(i));
            Map<String, Integer> times = new HashMap<>();
            for (String term : terms(String.join("\n", passage.headings()) + "\n" + corpus.text(passage))) {
                times.merge(term, 1, Integer::sum);
                lengths[i]++;
            }
            int number = i;
            times.forEach((term, count) ->
                    places.computeIfAbsent(term, t -> new ArrayList<>()).add(new Place(number, count)));
        }
        usualLength = Bm25.usualLength(Arrays.stream(lengths).asLongStream().sum(), lengths.length);
    }

    /** Made once per corpus. */
    public static WordIndex over(Corpus corpus) {
        return corpus.derived(WordIndex.class, WordIndex::new);
    }

    @Override
    public List<Hit> find(String query, int top, Filter filter) {
        double[] scores = new double[lengths.length];
        // In the order of the terms, so that sums of fractions are the same whoever asks.
        for (String term : new TreeSet<>(terms(query))) {
            List<Place> found = places.getOrDefault(term, List.of());
            double rarity = Bm25.rarity(found.size(), lengths.length);
            for (Place place : found) {
                scores[place.passage] += rarity * Bm25.weight(place.times, lengths[place.passage], usualLength);
            }
        }
        List<Integer> best = IntStream.range(0, scores.length)
                .filter(i -> scores[i] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(i -> i))
                .toList();
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < best.size() && hits.size() < top; i++) {
            Passage passage = corpus.passage(passages.get(best.get(i)));
            if (filter.allowsAll() || filter.allows(corpus.document(passage.document()))) {
                hits.add(new Hit(passage, scores[best.get(i)], hits.size() + 1));
            }
        }
        return hits;
    }

    private static List<String> terms(String text) {
        List<String> words = Words.of(text);
        List<String> terms = new ArrayList<>(words.size());
        boolean hanBefore = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean han = isHan(word);
            boolean hanNext = i + 1 < words.size() && isHan(words.get(i + 1));
            if (han && hanNext) {
                terms.add(word + words.get(i + 1));
            } else if (!han || !hanBefore) {
                terms.add(word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            }
            hanBefore = han;
        }
        return terms;
    }

    private static boolean isHan(String word) {
        return Han.is(word.codePointAt(0));
    }
}
