package dev.lectern.select;

import dev.lectern.learn.Vectors;
import java.util.Arrays;

/**
 * The spaces that the vectors of a pool lie in, and the middle of each: what all items of a space share says nothing of one. Vectors of two spaces
 * stand at right angles, so a middle of both would be that of neither.
 */
final class Spaces {
    /** A middle is that of so many items at the most, spread evenly over the pool. */
    private static final int LOOKED_AT = 20_000;

    /** The middle of few items says little: it counts as if so many more lay at zero. */
    private static final int FEW = 20;

    private static final int NONE = -1;

    private final float[][] middles;

    Spaces(Pool pool) {
        double[][] sums = new double[pool.spaces()][pool.dimensions()];
        int[] counts = new int[sums.length];
        int step = 1 + pool.size() / LOOKED_AT;
        for (int item = 0; item < pool.size(); item += step) {
            float[] vector = pool.vector(item);
            int space = pool.space(item);
            counts[space]++;
            for (int i = 0; i < vector.length; i++) {
                sums[space][i] += vector[i];
            }
        }
        middles = new float[sums.length][];
        for (int space = 0; space < sums.length; space++) {
            float[] middle = new float[sums[space].length];
            for (int i = 0; i < middle.length; i++) {
                middle[i] = (float) (sums[space][i] / (counts[space] + FEW));
            }
            middles[space] = middle;
        }
    }

    int count() {
        return middles.length;
    }

    /** The space of a vector that is none of the pool's own; less than 0 if the pool has nothing in it. */
    int of(float[] vector) {
        for (int space = 0; space < middles.length; space++) {
            if (overlaps(middles[space], vector)) {
                return space;
            }
        }
        return NONE;
    }

    /** Whether they have a number other than 0 in common: each space has its own part of a vector. A pool without a middle has nothing to be told from. */
    private static boolean overlaps(float[] middle, float[] vector) {
        boolean empty = true;
        for (int i = 0; i < middle.length; i++) {
            if (middle[i] != 0) {
                empty = false;
                if (vector[i] != 0) {
                    return true;
                }
            }
        }
        return empty;
    }

    /** Which spaces some pair of the target lies in: of items in others it can't be said how near they are. */
    boolean[] of(Target target) {
        boolean[] told = new boolean[middles.length];
        for (Target.Goal goal : target.goals()) {
            for (float[] pair : goal.pairs()) {
                int space = of(pair);
                if (space >= 0) {
                    told[space] = true;
                }
            }
        }
        return told;
    }

    /** The vector without what all of its space share. */
    float[] moved(float[] vector, int space) {
        if (space < 0) {
            return vector;
        }
        float[] moved = Arrays.copyOf(vector, vector.length);
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= middles[space][i];
        }
        return Vectors.unit(moved);
    }
}
