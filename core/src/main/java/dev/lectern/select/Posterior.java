package dev.lectern.select;

import dev.lectern.learn.Ridge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Expects of each item what is likely from its nearness to the target (smoothed over its document and its cluster), from a regression of all
 * rewards so far on vectors, and from what its own document yielded beyond that. Names the items of which most is expected, and for curiosity
 * more of those whose documents are little known, if that is set. Looks at the items of the best clusters only, so that a round costs
 * the same in a pool of any size.
 */
final class Posterior extends Learner {
    /** Items looked at in a round: those of the best clusters. */
    private static final int LOOKED_AT = 8192;

    /** How many rewards the effect of a document is held at zero by. */
    private static final double DOCUMENT_DOUBT = 1;

    /** How many rewards the regression is held at zero by. */
    private static final double REGRESSION_DOUBT = 2;

    /**
     * The part of the prior that a document has to earn: of those not begun, the ones of which most is expected are the most overrated, and one that
     * has kept its promise is worth more than one that makes the same. Less in pools with documents of one item, which can keep none.
     */
    private static final double TO_EARN = 0.5;

    private final Prior prior;
    private final Rewards rewards;
    private final Groups documents;
    private final Ridge ridge;
    private final List<Seen> seen = new ArrayList<>();
    private final double[] documentSum;
    private final int[] documentCount;
    private final double[] centrePrior;
    private final double[] clusterSum;
    private final double toEarn;

    private record Seen(int item, double reward) {}

    Posterior(Pool pool, Target target, Settings settings) {
        super(pool, target, settings);
        this.documents = settings.byDocument() ? Groups.byDocument(pool) : Groups.apart(pool);
        this.prior = Prior.of(pool, target, settings, clusters, documents);
        this.rewards = new Rewards(pool, target, settings);
        this.ridge = new Ridge(pool.dimensions(), REGRESSION_DOUBT);
        this.documentSum = new double[documents.count()];
        this.documentCount = new int[documents.count()];
        this.centrePrior = prior.ofClusters(clusters);
        this.clusterSum = new double[clusters.count()];
        this.toEarn = TO_EARN * (1 - documents.count() / (double) Math.max(1, pool.size()));
    }

    @Override
    void take(Yield told) {
        double reward = rewards.of(told);
        clusterSum[clusters.of(told.item())] += reward;
        if (settings.feedback()) {
            seen.add(new Seen(told.item(), reward));
            ridge.observe(
                    pool.vector(told.item()),
                    reward - prior.of(told.item()),
                    told.pairs().isEmpty() ? 0.25 : 1);
            documentCount[documents.of(told.item())]++;
        }
    }

    @Override
    void taken() {
        Arrays.fill(documentSum, 0);
        float[] weights = ridge.weights();
        for (Seen one : seen) {
            documentSum[documents.of(one.item())] += one.reward() - promised(one.item(), weights);
        }
    }

    @Override
    int[] choose(int most) {
        float[] weights = ridge.weights();
        Map<Integer, List<Scored>> byDocument = new TreeMap<>();
        for (int item : candidates(weights, most)) {
            byDocument
                    .computeIfAbsent(documents.of(item), document -> new ArrayList<>())
                    .add(new Scored(item, promised(item, weights)));
        }
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparingDouble((Head head) -> -head.key())
                .thenComparingInt(head -> head.items().get(head.at()).item()));
        byDocument.forEach((document, items) -> {
            items.sort(Comparator.comparingDouble((Scored one) -> -one.score()).thenComparingInt(Scored::item));
            heads.add(head(document, items, 0));
        });
        int[] chosen = new int[most];
        int count = 0;
        while (count < most) {
            Head best = heads.remove();
            chosen[count++] = best.items().get(best.at()).item();
            if (best.at() + 1 < best.items().size()) {
                heads.add(head(best.document(), best.items(), best.at() + 1));
            }
        }
        return chosen;
    }

    private record Scored(int item, double score) {}

    /** A document and the best of its items that is left. */
    private record Head(int document, List<Scored> items, int at, double key) {}

    /** Those that were just named count as if they had yielded what was expected: doubt falls, nothing else. */
    private Head head(int document, List<Scored> items, int at) {
        int known = documentCount[document];
        double effect = documentSum[document] / (known + DOCUMENT_DOUBT);
        double doubt = settings.explore() / Math.sqrt(1 + (known + at) / DOCUMENT_DOUBT);
        return new Head(document, items, at, items.get(at).score() + effect + doubt);
    }

    private int[] candidates(float[] weights, int most) {
        double[] scores = new double[clusters.count()];
        Arrays.setAll(scores, cluster -> bound(cluster, weights));
        int wanted = Math.max(LOOKED_AT, 4 * most);
        int[] items = new int[wanted];
        int count = 0;
        for (int cluster : Orders.best(scores)) {
            if (count >= wanted) {
                break;
            }
            for (int item : clusters.members(cluster)) {
                if (!isNamed(item)) {
                    items = count < items.length ? items : Arrays.copyOf(items, 2 * count);
                    items[count++] = item;
                }
            }
        }
        return Arrays.copyOf(items, count);
    }

    /** What prior and regression promise, without what is known of the document. */
    private double promised(int item, float[] weights) {
        return (1 - toEarn) * prior.of(item) + pool.vectors().dot(item, weights);
    }

    @Override
    double reward(int cluster, int pulled) {
        return clusterSum[cluster] / pulled;
    }

    @Override
    double prior(int cluster) {
        return centrePrior[cluster];
    }

    @Override
    double bound(int cluster) {
        return bound(cluster, ridge.weights());
    }

    /** As an item at the centre of the cluster. */
    private double bound(int cluster, float[] weights) {
        return (1 - toEarn) * centrePrior[cluster] + clusters.centres().dot(cluster, weights);
    }
}
