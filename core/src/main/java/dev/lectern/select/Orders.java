package dev.lectern.select;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/** Orders of a pool's items that no feedback changes. */
final class Orders {
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
        return nearness;
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
