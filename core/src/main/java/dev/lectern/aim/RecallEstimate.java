package dev.lectern.aim;

import dev.lectern.select.Pool;
import java.util.BitSet;
import java.util.function.ToDoubleFunction;

/**
 * A guess at how much of what fits is held. Items are put into bands by how near they are to the target; what is left of a band is taken to
 * yield as often as what was extracted of it, and bands that nothing was extracted of half as often as the nearer one. It sees no
 * documents that fit and do not look like it, nor those in languages that can't be compared, so it is an estimate and called one.
 */
public final class RecallEstimate {
    /** Items whose nearness is reckoned to lay the bands. */
    private static final int LOOKED_AT = 20_000;

    private static final int NEAREST_BAND = 16;
    private static final double WIDER = 1.3;

    /** With fewer items extracted a band says nothing by itself. */
    private static final int ENOUGH = 8;

    /** So many of the nearest items, or a tenth of few, show whether there is anything here that the target is like. */
    private static final int FRONT = 32;

    /**
     * What has nothing to do with a target seems to fit now and then: two in a hundred pairs, one in five of those that are nearest. Of these less than
     * a third is taken for chance.
     */
    private static final double CHANCE = 1 / 3.0;

    private final Pool pool;
    private final ToDoubleFunction<float[]> nearness;
    private final BitSet comparable;
    private final double[] borders;
    private final double[] sizes;
    private final int[] told;
    private final int[] fitting;

    /**
     * @param nearness of a vector to the target; only order counts
     * @param comparable the items of which it can be said how near they are
     */
    public RecallEstimate(Pool pool, ToDoubleFunction<float[]> nearness, BitSet comparable) {
        this.pool = pool;
        this.nearness = nearness;
        this.comparable = (BitSet) comparable.clone();
        // The pool is in the order of hashes, so every n-th item is a fair part of it.
        int step = Math.max(1, comparable.cardinality() / LOOKED_AT);
        double[] far = comparable.stream()
                .filter(item -> item % step == 0)
                .mapToDouble(item -> -nearness.applyAsDouble(pool.vector(item)))
                .sorted()
                .toArray();
        borders = new double[bands(far.length)];
        sizes = new double[borders.length];
        told = new int[borders.length];
        fitting = new int[borders.length];
        int from = 0;
        double width = NEAREST_BAND;
        for (int band = 0; band < borders.length; band++) {
            int to = band == borders.length - 1 ? far.length : Math.min(far.length, from + (int) width);
            borders[band] = to == 0 ? 0 : -far[to - 1];
            sizes[band] = (double) (to - from) * step;
            from = to;
            width *= WIDER;
        }
    }

    private static int bands(int items) {
        int bands = 1;
        double width = NEAREST_BAND;
        for (int covered = (int) width; covered < items; covered += (int) width) {
            width *= WIDER;
            bands++;
        }
        return bands;
    }

    /** An item was extracted from. */
    public void add(int item, boolean fits) {
        if (!comparable.get(item)) {
            return;
        }
        double near = nearness.applyAsDouble(pool.vector(item));
        int band = 0;
        while (band < borders.length - 1 && near < borders[band]) {
            band++;
        }
        told[band]++;
        fitting[band] += fits ? 1 : 0;
    }

    /** From 0 to 1; 0 as long as nothing that fits was seen, or no more of it than by chance, 1 where nothing of it is left. */
    public double share() {
        if (foreign()) {
            return 0;
        }
        double held = 0;
        double left = 0;
        double rate = 0;
        for (int band = 0; band < borders.length; band++) {
            held += fitting[band];
            rate = told[band] >= ENOUGH ? (double) fitting[band] / told[band] : rateNear(band, rate / 2);
            left += rate * Math.max(0, sizes[band] - told[band]);
        }
        return held == 0 ? 0 : held / (held + left);
    }

    /** Whether hardly anything here resembles the target: even the nearest items yielded next to nothing that fits. */
    public boolean foreign() {
        return front() < CHANCE;
    }

    /** Of the nearest items that were extracted from, some thirty or a tenth of all, the share that yielded what fits; 1 as long as fewer were. */
    public double front() {
        int items = 0;
        int fits = 0;
        int enough = Math.min(FRONT, (comparable.cardinality() + 9) / 10);
        for (int band = 0; band < borders.length && items < enough; band++) {
            items += told[band];
            fits += fitting[band];
        }
        return items == 0 || items < enough ? 1 : (double) fits / items;
    }

    /** Of the nearest bands that say enough together; of the farthest there are, the fallback. */
    private double rateNear(int band, double fallback) {
        int items = 0;
        int fits = 0;
        for (int other = band; other < borders.length; other++) {
            items += told[other];
            fits += fitting[other];
            if (items >= ENOUGH) {
                return (double) fits / items;
            }
        }
        return items == 0 ? fallback : Math.max(fallback, (double) fits / ENOUGH);
    }
}
