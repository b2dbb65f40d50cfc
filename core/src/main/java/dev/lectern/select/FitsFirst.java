package dev.lectern.select;

import java.util.Arrays;
import java.util.List;

/**
 * How far in front those items stand whose pairs fit, in the whole pool and by what a policy goes by before any feedback. Most items that were told of
 * were chosen because they stood in front by vectors as they are: whatever brings them further still has to be better than that.
 */
final class FitsFirst {
    /** The share of the items that counts as those that fit: the best by what they yielded. */
    private static final double FITTING = 1 / 3.0;

    /** Fewer items say nothing. */
    private static final int FEWEST = 8;

    /** By how much places must fall: a tenth, in the geometric mean. */
    private static final double GAIN = Math.log(1.1);

    private final Settings settings;
    private final int[] fitting;
    private final double place;

    /** @param told what items yielded that nothing was learnt from */
    FitsFirst(Pool pool, Target target, Settings settings, List<Yield> told) {
        this.settings = settings;
        Rewards rewards = new Rewards(pool, target, settings);
        double[] worth = told.stream().mapToDouble(rewards::pay).toArray();
        this.fitting = Arrays.stream(Orders.best(worth))
                .limit(Math.round(FITTING * worth.length))
                .map(i -> told.get(i).item())
                .toArray();
        this.place = fitting.length < FEWEST ? 0 : place(pool, target);
    }

    /** @param moved the same pool with other vectors */
    boolean isBetterBy(Pool moved, Target movedTarget) {
        return fitting.length >= FEWEST && place(moved, movedTarget) < place - GAIN;
    }

    /** The mean logarithm of the places of the items that fit. */
    private double place(Pool pool, Target target) {
        Groups documents = settings.byDocument() ? Groups.byDocument(pool) : Groups.apart(pool);
        Prior prior = Prior.of(pool, target, settings.withPrior(true), pool.clusters(settings), documents);
        double[] all = new double[pool.size()];
        Arrays.setAll(all, prior::of);
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int item : fitting) {
            int from = Arrays.binarySearch(sorted, all[item]);
            while (from > 0 && sorted[from - 1] == all[item]) {
                from--;
            }
            sum += Math.log(sorted.length - from);
        }
        return sum / fitting.length;
    }
}
