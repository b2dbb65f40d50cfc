package dev.lectern.select;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What is expected of items before any feedback: about 1 for those that are nearest to the target, about 0 for the bulk. An item's own
 * likeness is mostly chance; that of its whole document, and of all items like it, is not.
 */
final class Prior {
    /** How many items the mean of a document is held at that of its clusters by. */
    private static final double CLUSTER_WEIGHT = 2;

    /** How much of an item's own difference from its document counts. */
    private static final double OWN = 0.2;

    /** The share of the pool that a target is thought to want: these are worth about 1. */
    private static final double WANTED = 0.01;

    private static final int AT_LEAST = 8;

    /** Of what can't be compared with the target: it comes after all that can. */
    private static final float UNKNOWN = -1;

    private final float[] ofItems;

    private Prior(float[] ofItems) {
        this.ofItems = ofItems;
    }

    static Prior of(Pool pool, Target target, Settings settings, Groups clusters, Groups documents) {
        float[] prior = new float[pool.size()];
        if (!settings.prior() || pool.size() == 0) {
            return new Prior(prior);
        }
        Likeness likeness = new Likeness(pool, target, settings.seed());
        double[] own = likeness.ofAll(pool);
        double[] clusterMeans = clusters.means(own);
        double[] around = new double[own.length];
        Arrays.setAll(around, item -> clusterMeans[clusters.of(item)]);
        double[] documentMeans = documents.means(own);
        double[] documentAround = documents.means(around);
        double[] smooth = new double[own.length];
        for (int item = 0; item < own.length; item++) {
            int document = documents.of(item);
            int size = documents.size(document);
            double held = (size * documentMeans[document] + CLUSTER_WEIGHT * documentAround[document])
                    / (size + CLUSTER_WEIGHT);
            smooth[item] = held + OWN * (own[item] - held);
        }
        double[] sorted = IntStream.range(0, smooth.length)
                .filter(item -> likeness.tells(pool, item))
                .mapToDouble(item -> smooth[item])
                .toArray();
        double low = Arrays.stream(sorted).average().orElse(0);
        Arrays.sort(sorted);
        int top = Math.min(sorted.length, Math.max(AT_LEAST, (int) (WANTED * sorted.length)));
        double high = Arrays.stream(sorted, sorted.length - top, sorted.length)
                .average()
                .orElse(0);
        for (int item = 0; item < smooth.length; item++) {
            // Never above 1: where a target wants less of the pool than was thought, no reward could come up to
            // more, and what fits would look like a disappointment.
            if (!likeness.tells(pool, item)) {
                prior[item] = UNKNOWN;
            } else if (high > low) {
                prior[item] = (float) Math.min(1, (smooth[item] - low) / (high - low));
            }
        }
        return new Prior(prior);
    }

    double of(int item) {
        return ofItems[item];
    }

    /** These items, the best first. */
    int[] best(int[] items) {
        return Arrays.stream(items)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(item -> -ofItems[item])
                        .thenComparingInt(item -> item))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The mean of the better half of each cluster: what calls there would bring first. */
    double[] ofClusters(Groups clusters) {
        double[] means = new double[clusters.count()];
        for (int cluster = 0; cluster < means.length; cluster++) {
            double[] sorted = Arrays.stream(clusters.members(cluster))
                    .mapToDouble(item -> ofItems[item])
                    .sorted()
                    .toArray();
            means[cluster] = Arrays.stream(sorted, sorted.length / 2, sorted.length)
                    .average()
                    .orElse(0);
        }
        return means;
    }
}
