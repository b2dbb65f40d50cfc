package dev.lectern.text;

import java.util.Arrays;

/**
 * ROUGE-L of one text against many others: F1 over the longest common subsequence of words (Lin 2004; Self-Instruct sec. 2.2
 * uses it on instructions). A Han character is a word. Bit-parallel (Hyyrö 2004), so one comparison costs about as many steps
 * as the other text has words, times a 64th of this one's. One thread at a time.
 */
public final class Rouge {
    private final int length;
    private final int blocks;
    private final long[] keys;
    /** For each slot of {@code keys}, the places where that word stands in this text, {@code blocks} longs wide. */
    private final long[] places;

    private final boolean[] used;
    private final long[] open;

    /** @param words hashes as from {@link Words#hashes} */
    public Rouge(long[] words) {
        length = words.length;
        blocks = Math.max(1, (length + 63) / 64);
        int slots = Integer.highestOneBit(Math.max(4, length * 2)) * 2;
        keys = new long[slots];
        used = new boolean[slots];
        places = new long[slots * blocks];
        open = new long[blocks];
        for (int i = 0; i < length; i++) {
            int slot = slot(words[i]);
            keys[slot] = words[i];
            used[slot] = true;
            places[slot * blocks + (i >> 6)] |= 1L << (i & 63);
        }
    }

    /** F1, from 0 to 1; 0 where either text has no word. */
    public static double f(String one, String other) {
        long[] words = Words.hashes(other);
        Rouge rouge = new Rouge(Words.hashes(one));
        int together = rouge.length + words.length;
        return together == 0 ? 0 : 2.0 * rouge.common(words) / together;
    }

    /** Length of the longest common subsequence with the other text's words. */
    public int common(long[] other) {
        Arrays.fill(open, -1L);
        for (long word : other) {
            int slot = slot(word);
            if (!used[slot]) {
                continue;
            }
            long carry = 0;
            for (int b = 0; b < blocks; b++) {
                long before = open[b];
                long match = before & places[slot * blocks + b];
                long sum = before + match;
                long carryOut = Long.compareUnsigned(sum, before) < 0 ? 1 : 0;
                long total = sum + carry;
                carryOut |= carry == 1 && total == 0 ? 1 : 0;
                open[b] = total | (before & ~match);
                carry = carryOut;
            }
        }
        int common = 0;
        for (int b = 0; b < blocks; b++) {
            int bits = Math.min(64, length - b * 64);
            common += bits <= 0 ? 0 : Long.bitCount(~open[b] & (bits == 64 ? -1L : (1L << bits) - 1));
        }
        return common;
    }

    private int slot(long word) {
        int mask = keys.length - 1;
        int slot = (int) word & mask;
        while (used[slot] && keys[slot] != word) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
