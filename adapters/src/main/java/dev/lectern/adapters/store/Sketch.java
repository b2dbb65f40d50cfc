package dev.lectern.adapters.store;

import java.util.Arrays;

/**
 * A few bytes that are alike where two requests are alike: of the word runs at the end of the request (there stands what is asked about,
 * while the beginning is the stage's), the smallest hash in each of {@link #BINS} bins (one-permutation MinHash, Li et al. 2012), a
 * byte of it. Good enough to find the request that a changed one replaced without an index that every reply would have to pay for.
 */
final class Sketch {
    static final int BINS = 24;

    /** The last messages of most prompts; longer ones are known by their end. */
    private static final int TAIL = 3_000;

    private static final int RUN = 12;

    private Sketch() {}

    static byte[] of(String asked) {
        int end = asked.lastIndexOf("],\"model\"");
        end = end < 0 ? asked.length() : end;
        int last = Math.max(asked.lastIndexOf("{\"content\":", end), 0);
        int from = Math.max(last, end - TAIL);
        int[] smallest = new int[BINS];
        Arrays.fill(smallest, Integer.MAX_VALUE);
        for (int i = from; i + RUN <= end; i++) {
            // A run begins where a word does, or at any character of a script that does not part words.
            char before = i == 0 ? ' ' : asked.charAt(i - 1);
            if ((before > ' ' && before < 0x2E80) || skipped(asked.charAt(i), asked.charAt(i + 1))) {
                continue;
            }
            int hash = 0x811c9dc5;
            for (int j = i; j < i + RUN; j++) {
                hash = (hash ^ asked.charAt(j)) * 0x01000193;
            }
            hash ^= hash >>> 15;
            hash *= 0x2c1b3c6d;
            hash ^= hash >>> 13;
            int bin = Integer.remainderUnsigned(hash, BINS);
            smallest[bin] = Math.min(smallest[bin], hash & Integer.MAX_VALUE);
        }
        byte[] sketch = new byte[BINS];
        for (int i = 0; i < BINS; i++) {
            sketch[i] = (byte) (smallest[i] >>> 7);
        }
        return sketch;
    }

    /** Two runs in three are left out, the same ones wherever they stand. */
    private static boolean skipped(char first, char second) {
        return (first * 31 + second) % 3 != 0;
    }

    /** How many bins agree. */
    static int agree(byte[] one, byte[] other) {
        int agree = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            agree += one[i] == other[i] ? 1 : 0;
        }
        return agree;
    }
}
