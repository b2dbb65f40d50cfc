package dev.lectern.learn;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How far clouds of unit vectors are apart.
 *
 * <p>A plain distance falls with the number of points, even of one source: compare clouds by {@link #divergence}, or at one size by
 * {@link #distanceAt}.
 */
public final class Transport {
    private Transport() {}

    /** The cost of carrying one cloud to the other, all points alike. */
    public static double distance(Solver solver, Rows one, Rows other) {
        return solver.solve(Costs.euclidean(one, other)).cost();
    }

    /** As {@link #distance}, where the points of the other cloud have masses of their own; only proportions count. */
    public static double distance(Solver solver, Rows one, Rows other, double[] massesOfOther) {
        return solver.solve(Costs.euclidean(one, other), even(one.size()), massesOfOther)
                .cost();
    }

    private static double[] even(int count) {
        double[] masses = new double[count];
        Arrays.fill(masses, 1.0 / count);
        return masses;
    }

    /** As {@link #distance}, of {@code size} points of each cloud drawn by a seed; the mean over {@code draws} of them. */
    public static double distanceAt(int size, int draws, long seed, Solver solver, Rows one, Rows other) {
        SplittableRandom chance = new SplittableRandom(seed);
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            sum += distance(
                    solver, one.take(some(one.size(), size, chance)), other.take(some(other.size(), size, chance)));
        }
        return sum / draws;
    }

    /**
     * Sinkhorn's divergence (Genevay et al. 2018): the distance between the clouds less half of what each is from itself. Small
     * for clouds of one source at any size if {@code epsilon} is about as large as distances inside a group are; with a small one it is
     * the plain distance again. Never below 0.
     */
    public static double divergence(Sinkhorn sinkhorn, Rows one, Rows other) {
        return divergence(sinkhorn, one, other, even(other.size()));
    }

    /** The same, where the points of the other cloud have masses of their own; only proportions count. */
    public static double divergence(Sinkhorn sinkhorn, Rows one, Rows other, double[] massesOfOther) {
        double between = distance(sinkhorn, one, other, massesOfOther);
        double inside = sinkhorn.solve(Costs.euclidean(other, other), massesOfOther, massesOfOther)
                .cost();
        return Math.max(0, between - (distance(sinkhorn, one, one) + inside) / 2);
    }

    /** So many different numbers below {@code count}, ascending; all of them if there are no more. */
    private static int[] some(int count, int size, SplittableRandom chance) {
        if (size >= count) {
            return IntStream.range(0, count).toArray();
        }
        int[] numbers = IntStream.range(0, count).toArray();
        for (int i = 0; i < size; i++) {
            int other = i + chance.nextInt(count - i);
            int kept = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = kept;
        }
        return IntStream.of(numbers).limit(size).sorted().toArray();
    }
}
