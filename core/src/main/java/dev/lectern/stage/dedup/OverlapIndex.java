package dev.lectern.stage.dedup;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;

/**
 * Finds the sets that may share enough elements with a given one, and misses none (prefix filtering: Chaudhuri et al. 2006;
 * the bound by position: PPJoin, Xiao et al. 2008). Elements are put in one order for all sets, rarest first. Two sets that
 * share k elements share one among the first n-k+1 of each, so only those are indexed and looked up; and where the first
 * shared element stands says how many can follow.
 */
final class OverlapIndex {
    private static final int FREQUENCY_BITS = 20;

    private final IntBinaryOperator needed;
    private final LongCounts counts = new LongCounts();
    private final LongCounts heads = new LongCounts();
    // Chains of places where an element stands; place 0 is none.
    private int[] next = new int[1024];
    private int[] number = new int[1024];
    private int[] position = new int[1024];
    private int places = 1;

    private int[] sizes = new int[256];
    private int[] seen = new int[256];
    private int query;

    /** @param needed how many elements two sets of these sizes must share; grows with either size */
    OverlapIndex(IntBinaryOperator needed) {
        this.needed = needed;
    }

    /** Counts the elements; all counting comes before the first {@link #add}, for counts give the order. */
    void count(long[] elements) {
        for (long element : elements) {
            counts.set(element, counts.get(element) + 1);
        }
    }

    /** Adds the set under a number, one above the last. */
    void add(long[] elements, int as) {
        if (as >= sizes.length) {
            sizes = Arrays.copyOf(sizes, sizes.length * 2);
            seen = Arrays.copyOf(seen, seen.length * 2);
        }
        sizes[as] = elements.length;
        long[] rarestFirst = inOrder(elements);
        for (int i = 0; i < prefix(elements.length); i++) {
            if (places == next.length) {
                next = Arrays.copyOf(next, places * 2);
                number = Arrays.copyOf(number, places * 2);
                position = Arrays.copyOf(position, places * 2);
            }
            next[places] = heads.get(rarestFirst[i]);
            number[places] = as;
            position[places] = i;
            heads.set(rarestFirst[i], places++);
        }
    }

    /** The lowest number of a set that shares enough and passes the test; -1 if none. */
    int first(long[] elements, IntPredicate test) {
        query++;
        int size = elements.length;
        int best = -1;
        long[] rarestFirst = inOrder(elements);
        for (int i = 0; i < prefix(size); i++) {
            for (int place = heads.get(rarestFirst[i]); place != 0; place = next[place]) {
                int other = number[place];
                if (seen[other] == query || (best >= 0 && other > best)) {
                    continue;
                }
                seen[other] = query;
                int mayShare = Math.min(size - i, sizes[other] - position[place]);
                if (mayShare >= needed.applyAsInt(size, sizes[other]) && test.test(other)) {
                    best = other;
                }
            }
        }
        return best;
    }

    /** The smallest partner that could share enough sets how much of a set must be looked at. */
    private int prefix(int size) {
        for (int partner = 1; partner <= size; partner++) {
            int share = needed.applyAsInt(size, partner);
            if (share <= partner) {
                return size - share + 1;
            }
        }
        return 0;
    }

    /** Elements as keys that sort by how rare they are; two may fall together, which only adds a candidate. */
    private long[] inOrder(long[] elements) {
        long[] keys = new long[elements.length];
        for (int i = 0; i < keys.length; i++) {
            long rarity = Math.min(counts.get(elements[i]), (1 << FREQUENCY_BITS) - 1);
            keys[i] = (rarity << (63 - FREQUENCY_BITS)) | (elements[i] >>> (FREQUENCY_BITS + 1));
        }
        Arrays.sort(keys);
        return keys;
    }
}
