package dev.lectern.text;

import java.util.Arrays;

/** Sets of word n-grams, as sorted 64-bit hashes, and how alike two such sets are. */
public final class Shingles {
    private Shingles() {}

    /** The distinct n-grams of the words, sorted; a text of fewer words is one shingle, no words are none. */
    public static long[] of(long[] words, int size) {
        if (words.length == 0) {
            return new long[0];
        }
        int count = Math.max(1, words.length - size + 1);
        long[] shingles = new long[count];
        for (int i = 0; i < count; i++) {
            long hash = size;
            for (int j = i; j < Math.min(words.length, i + size); j++) {
                hash = Words.mix(hash * 31 + words[j]);
            }
            shingles[i] = hash;
        }
        Arrays.sort(shingles);
        int distinct = 1;
        for (int i = 1; i < count; i++) {
            if (shingles[i] != shingles[i - 1]) {
                shingles[distinct++] = shingles[i];
            }
        }
        return distinct == count ? shingles : Arrays.copyOf(shingles, distinct);
    }

    /** How many elements two sorted sets share. */
    public static int shared(long[] one, long[] other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                shared++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    /** Shared over all; two empty sets have nothing in common. */
    public static double jaccard(long[] one, long[] other) {
        int shared = shared(one, other);
        int all = one.length + other.length - shared;
        return all == 0 ? 0 : (double) shared / all;
    }
}
