package dev.lectern.select;

import dev.lectern.learn.Ridge;
import java.util.Arrays;

/** Nearness to the target, corrected by a regression of all rewards so far on vectors: what is like that which disappointed is expected to disappoint. */
final class Regressed extends ItemLearner {
    /** How many rewards the regression is held at zero by. */
    private static final double DOUBT = 2;

    /** How much an item without pairs says: extraction may have failed for any reason. */
    private static final double EMPTY = 0.25;

    private final Ridge ridge;

    Regressed(Pool pool, Target target, Settings settings) {
        super(pool, target, settings, Groups.apart(pool));
        this.ridge = new Ridge(pool.dimensions(), DOUBT);
    }

    @Override
    void observe(Yield told, double paid) {
        double count = told.pairs().isEmpty() ? EMPTY : 1;
        ridge.observe(pool.vector(told.item()), paid - prior.of(told.item()), count);
    }

    @Override
    int[] choose(int most) {
        int[] items = Candidates.of(this, most);
        float[] weights = ridge.weights();
        double[] scores = new double[items.length];
        Arrays.setAll(scores, i -> prior.of(items[i]) + pool.vectors().dot(items[i], weights));
        return Arrays.stream(Orders.best(scores)).limit(most).map(i -> items[i]).toArray();
    }

    /** As an item at the centre of the cluster. */
    @Override
    double bound(int cluster) {
        return prior(cluster) + clusters.centres().dot(cluster, ridge.weights());
    }
}
