package dev.lectern.stage.dedup;

import dev.lectern.sample.Ruling;
import dev.lectern.text.Rouge;
import dev.lectern.text.Shingles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** The memory of {@link DropNearCopies}: the texts kept so far and the indexes that find near copies of a new one among them. */
final class Copies {
    /** Under so many words, in the shorter text, a copy is told by ROUGE-L. */
    static final int SHORT = 20;
    /** No text of more words can reach ROUGE-L 0.7 with one of 19: 2·19 > 0.7·(19+n) ends at n = 35. */
    static final int LONGEST_PARTNER = 35;

    private static final int SHINGLE = 3;

    @SuppressWarnings("ArrayRecordComponent") // never compared; boxed longs would take several times the memory
    private record Waiting(String id, long[] words) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Waiting> kept = new ArrayList<>();
    private OverlapIndex byWords = new OverlapIndex(Copies::sharedWordsNeeded);
    private OverlapIndex byShingles = new OverlapIndex(Copies::sharedShinglesNeeded);
    private int keptAtLastBuild;

    /** ROUGE-L > 0.7, that is 2·L > 0.7·(n+m), in whole numbers; the texts share at least L words. */
    static int sharedWordsNeeded(int n, int m) {
        return 7 * (n + m) / 20 + 1;
    }

    /** Jaccard ≥ 0.8, that is shared ≥ 4/9 of both sizes, in whole numbers. */
    static int sharedShinglesNeeded(int n, int m) {
        return (4 * (n + m) + 8) / 9;
    }

    void wait(String id, long[] words) {
        waiting.add(new Waiting(id, words));
    }

    /** Rules over all that wait, in the order they came. */
    List<Ruling> settle(BiFunction<String, String, Ruling> drop) {
        if (kept.size() + waiting.size() > 2 * keptAtLastBuild) {
            rebuild();
        }
        List<Ruling> rulings = new ArrayList<>();
        for (Waiting text : waiting) {
            OptionalInt twin = twinOf(text.words());
            if (twin.isPresent()) {
                rulings.add(drop.apply(text.id(), kept.get(twin.getAsInt()).id()));
            } else {
                keep(text);
            }
        }
        waiting.clear();
        return rulings;
    }

    /** Orders words and shingles anew by how rare they are; done when the set has doubled, so it costs little per text. */
    private void rebuild() {
        byWords = new OverlapIndex(Copies::sharedWordsNeeded);
        byShingles = new OverlapIndex(Copies::sharedShinglesNeeded);
        List<Waiting> all = new ArrayList<>(kept);
        all.addAll(waiting);
        for (Waiting text : all) {
            byWords.count(wordsAsSet(text.words()));
            byShingles.count(shinglesAsSet(text.words()));
        }
        keptAtLastBuild = all.size();
        List<Waiting> again = new ArrayList<>(kept);
        kept.clear();
        again.forEach(this::keep);
    }

    private void keep(Waiting text) {
        byWords.add(wordsAsSet(text.words()), kept.size());
        byShingles.add(shinglesAsSet(text.words()), kept.size());
        kept.add(text);
    }

    /** The best-ranked text kept that this one nearly copies. */
    private OptionalInt twinOf(long[] words) {
        Rouge rouge = new Rouge(words.length > LONGEST_PARTNER ? new long[0] : words);
        int near = byWords.first(wordsAsSet(words), other -> {
            long[] others = kept.get(other).words();
            return Math.min(words.length, others.length) < SHORT
                    && 20 * rouge.common(others) > 7 * (words.length + others.length);
        });
        long[] shingles = shinglesAsSet(words);
        int alike = byShingles.first(shingles, other -> {
            long[] others = shinglesAsSet(kept.get(other).words());
            return Shingles.shared(shingles, others) >= sharedShinglesNeeded(shingles.length, others.length);
        });
        int best = near < 0 || (alike >= 0 && alike < near) ? alike : near;
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** Words with their repetitions told apart, so that counting shared elements counts shared words; none if too long. */
    private static long[] wordsAsSet(long[] words) {
        if (words.length > LONGEST_PARTNER) {
            return new long[0];
        }
        long[] set = words.clone();
        Arrays.sort(set);
        long word = 0;
        int repeats = 0;
        for (int i = 0; i < set.length; i++) {
            repeats = i > 0 && set[i] == word ? repeats + 1 : 0;
            word = set[i];
            set[i] = word + repeats * 0x9E3779B97F4A7C15L;
        }
        return set;
    }

    /** The text's 3-grams; none if it is short and so judged by its words alone. */
    private static long[] shinglesAsSet(long[] words) {
        return words.length < SHORT ? new long[0] : Shingles.of(words, SHINGLE);
    }
}
