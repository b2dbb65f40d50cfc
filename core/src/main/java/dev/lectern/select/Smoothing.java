package dev.lectern.select;

import java.util.Arrays;

/** Brings what is told of items nearer to what is told of their documents, and that of small documents nearer to that of the clusters they lie in. */
record Smoothing(Groups clusters, Groups documents) {
    /** How many items the mean of a document is held at that of its clusters by. */
    private static final double CLUSTER_WEIGHT = 2;

    /** How much of an item's own difference from its document counts. */
    private static final double OWN = 0.2;

    double[] of(double[] told) {
        return of(told, OWN);
    }

    /** @param own how much of an item's own difference from its document counts, 0 to 1 */
    double[] of(double[] told, double own) {
        double[] clusterMeans = clusters.means(told);
        double[] around = new double[told.length];
        Arrays.setAll(around, item -> clusterMeans[clusters.of(item)]);
        double[] documentMeans = documents.means(told);
        double[] documentAround = documents.means(around);
        double[] smooth = new double[told.length];
        for (int item = 0; item < told.length; item++) {
            int document = documents.of(item);
            int size = documents.size(document);
            double held = (size * documentMeans[document] + CLUSTER_WEIGHT * documentAround[document])
                    / (size + CLUSTER_WEIGHT);
            smooth[item] = held + own * (told[item] - held);
        }
        return smooth;
    }
}
