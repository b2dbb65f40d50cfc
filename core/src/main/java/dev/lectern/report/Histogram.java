package dev.lectern.report;

import dev.lectern.report.RunReport.Lengths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts lengths exactly up to a bound and in doubling bins for the picture. */
final class Histogram {
    private static final List<Integer> BELOW = List.of(16, 32, 64, 128, 256, 512, 1024, 2048, 4096, Integer.MAX_VALUE);
    /** The median is exact up to this length, which no sane row reaches. */
    private static final int EXACT = 1 << 16;

    private final long[] bins = new long[BELOW.size()];
    private final int[] exact = new int[EXACT];
    private long rows;
    private long total;
    private int shortest = Integer.MAX_VALUE;
    private int longest;

    void add(int length) {
        int bin = 0;
        while (length >= BELOW.get(bin)) {
            bin++;
        }
        bins[bin]++;
        exact[Math.min(length, EXACT - 1)]++;
        rows++;
        total += length;
        shortest = Math.min(shortest, length);
        longest = Math.max(longest, length);
    }

    Lengths figures() {
        if (rows == 0) {
            return Lengths.NONE;
        }
        List<Long> counts = new ArrayList<>();
        Arrays.stream(bins).forEach(counts::add);
        return new Lengths(BELOW, counts, total, shortest, median(), longest);
    }

    private int median() {
        long below = 0;
        for (int length = 0; length < EXACT; length++) {
            below += exact[length];
            if (below * 2 >= rows) {
                return length;
            }
        }
        return EXACT;
    }
}
