package dev.lectern.select;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/** Orders of a pool's items that no feedback changes. */
final class Orders {
    /** Farther than any two texts are. */
    private static final double FARTHEST = -2;

    private Orders() {}

    static int[] asTheyStand(Pool pool) {
        return IntStream.range(0, pool.size()).toArray();
    }

    static int[] shuffled(Pool pool, long seed) {
        int[] order = asTheyStand(pool);
        Random random = new Random(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        return order;
    }

    static double[] nearness(Pool pool, Target target) {
        double[] nearness = new double[pool.size()];
        for (int item = 0; item < nearness.length; item++) {
            nearness[item] = target.nearness(pool.vector(item));
        }
        if (pool.spaces() > 1) {
            bySpace(pool, target, nearness);
        }
        return nearness;
    }

    /** In each space from what its items have in the mean, as models differ in how near they place any two texts; what can't be compared is last. */
    private static void bySpace(Pool pool, Target target, double[] nearness) {
        double[] sums = new double[pool.spaces()];
        int[] counts = new int[sums.length];
        for (int item = 0; item < nearness.length; item++) {
            sums[pool.space(item)] += nearness[item];
            counts[pool.space(item)]++;
        }
        boolean[] told = new Spaces(pool).of(target);
        for (int item = 0; item < nearness.length; item++) {
            int space = pool.space(item);
            nearness[item] = told[space] ? nearness[item] - sums[space] / counts[space] : FARTHEST;
        }
    }

    /** The order of the clusters by the mean nearness of their items; in a cluster, the nearest first. */
    static int[] byCluster(double[] nearness, Groups clusters) {
        double[] means = clusters.means(nearness);
        int[] rank = new int[means.length];
        int[] order = best(means);
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        return IntStream.range(0, nearness.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(item -> rank[clusters.of(item)])
                        .thenComparingDouble(item -> -nearness[item])
                        .thenComparingInt(item -> item))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Ordinals by score, the highest first, the lower ordinal first among equals. */
    static int[] best(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((one, other) -> {
                    int byScore = Double.compare(scores[other], scores[one]);
                    return byScore != 0 ? byScore : Integer.compare(one, other);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
