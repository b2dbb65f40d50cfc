package dev.lectern.select;

/** A policy that expects something of each item, from its nearness to the target on, and is paid item by item. */
abstract class ItemLearner extends Learner {
    final Prior prior;
    final Groups documents;
    private final Rewards rewards;
    private final double[] centrePrior;
    private final double[] clusterSum;

    /** @param documents what items are smoothed over, beside their clusters */
    ItemLearner(Pool pool, Target target, Settings settings, Groups documents) {
        super(pool, target, settings);
        this.documents = documents;
        this.prior = Prior.of(pool, target, settings, clusters, documents);
        this.rewards = new Rewards(pool, target, settings);
        this.centrePrior = prior.ofClusters(clusters);
        this.clusterSum = new double[clusters.count()];
    }

    /** Learns what was paid for the item; only if feedback counts. */
    abstract void observe(Yield told, double paid);

    @Override
    final void take(Yield told) {
        double paid = rewards.pay(told);
        clusterSum[clusters.of(told.item())] += paid;
        if (settings.feedback()) {
            observe(told, paid);
        }
    }

    @Override
    final double reward(int cluster, int pulled) {
        return clusterSum[cluster] / pulled;
    }

    @Override
    final double prior(int cluster) {
        return centrePrior[cluster];
    }

    /** What was paid so far for all items of the cluster. */
    final double paid(int cluster) {
        return clusterSum[cluster];
    }
}
