package dev.lectern.select;

import java.util.Arrays;

/** The items that a round looks at: those of the best clusters that were not named, so that a round costs the same in a pool of any size. */
final class Candidates {
    private static final int LOOKED_AT = 8192;

    private Candidates() {}

    /** @param most how many items are wanted: several times as many are looked at */
    static int[] of(Learner learner, int most) {
        Groups clusters = learner.clusters;
        double[] bounds = new double[clusters.count()];
        Arrays.setAll(bounds, learner::bound);
        int wanted = Math.max(LOOKED_AT, 4 * most);
        int[] items = new int[wanted];
        int count = 0;
        for (int cluster : Orders.best(bounds)) {
            if (count >= wanted) {
                break;
            }
            for (int item : clusters.members(cluster)) {
                if (!learner.isNamed(item)) {
                    items = count < items.length ? items : Arrays.copyOf(items, 2 * count);
                    items[count++] = item;
                }
            }
        }
        return Arrays.copyOf(items, count);
    }
}
