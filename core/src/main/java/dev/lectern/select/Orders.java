package dev.lectern.select;

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

    static int[] nearest(Pool pool, Target target) {
        double[] nearness = new double[pool.size()];
        for (int item = 0; item < nearness.length; item++) {
            nearness[item] = target.nearness(pool.vector(item));
        }
        return best(nearness);
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
