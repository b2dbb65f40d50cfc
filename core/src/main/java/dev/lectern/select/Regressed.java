package dev.lectern.select;

import dev.lectern.learn.Ridge;
import java.util.Arrays;

/** Nearness to the target, corrected by a regression of all rewards so far on vectors: what is like that which disappointed is expected to disappoint. */
final class Regressed extends Learner {
    /** How many rewards the regression is held at zero by. */
    private static final double DOUBT = 2;

    /** How much an item without pairs says: extraction may have failed for any reason. */
    private static final double EMPTY = 0.25;

    private final Prior prior;
    private final Rewards rewards;
    private final Ridge ridge;
    private final double[] centrePrior;
    private final double[] clusterSum;

    Regressed(Pool pool, Target target, Settings settings) {
        super(pool, target, settings);
        this.prior = Prior.of(pool, target, settings, clusters, Groups.apart(pool));
        this.rewards = new Rewards(pool, target, settings);
        this.ridge = new Ridge(pool.dimensions(), DOUBT);
        this.centrePrior = prior.ofClusters(clusters);
        this.clusterSum = new double[clusters.count()];
    }

    @Override
    void take(Yield told) {
        double reward = rewards.of(told);
        clusterSum[clusters.of(told.item())] += reward;
        if (settings.feedback()) {
            double count = told.pairs().isEmpty() ? EMPTY : 1;
            ridge.observe(pool.vector(told.item()), reward - prior.of(told.item()), count);
        }
    }

    @Override
    void taken() {
        // The regression learns one by one.
    }

    @Override
    int[] choose(int most) {
        int[] items = Candidates.of(this, most);
        float[] weights = ridge.weights();
        double[] scores = new double[items.length];
        Arrays.setAll(scores, i -> prior.of(items[i]) + pool.vectors().dot(items[i], weights));
        return Arrays.stream(Orders.best(scores)).limit(most).map(i -> items[i]).toArray();
    }

    @Override
    double reward(int cluster, int pulled) {
        return clusterSum[cluster] / pulled;
    }

    @Override
    double prior(int cluster) {
        return centrePrior[cluster];
    }

    /** As an item at the centre of the cluster. */
    @Override
    double bound(int cluster) {
        return centrePrior[cluster] + clusters.centres().dot(cluster, ridge.weights());
    }
}
