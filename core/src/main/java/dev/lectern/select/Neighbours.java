package dev.lectern.select;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Clusters that lie beside each other, by the distance of Fréchet between what would be normal clouds with the same means and variances.
 * The authors draw the line at 0.2 for their vectors; ours is drawn so that a cluster has two neighbours on average, itself not counted.
 */
final class Neighbours {
    private static final int PER_CLUSTER = 2;
    /** With more clusters than these none has neighbours but itself: they are small enough to be alike, and all pairs are too many. */
    private static final int MOST = 1500;

    private Neighbours() {}

    /** @return for each cluster, itself and those beside it, ascending */
    static int[][] of(Pool pool, Groups clusters) {
        int count = clusters.count();
        int[][] neighbours = new int[count][];
        if (count > MOST || count <= PER_CLUSTER + 1) {
            Arrays.setAll(neighbours, cluster -> new int[] {cluster});
            return neighbours;
        }
        double[][] means = new double[count][pool.dimensions()];
        double[][] spreads = new double[count][pool.dimensions()];
        for (int cluster = 0; cluster < count; cluster++) {
            describe(pool, clusters.members(cluster), means[cluster], spreads[cluster]);
        }
        double[][] apart = new double[count][count];
        double[] all = new double[count * (count - 1) / 2];
        int at = 0;
        for (int one = 0; one < count; one++) {
            for (int other = 0; other < one; other++) {
                apart[one][other] = squares(means[one], means[other]) + squares(spreads[one], spreads[other]);
                apart[other][one] = apart[one][other];
                all[at++] = apart[one][other];
            }
        }
        Arrays.sort(all);
        double line = all[Math.min(all.length - 1, PER_CLUSTER * count / 2)];
        for (int cluster = 0; cluster < count; cluster++) {
            double[] distances = apart[cluster];
            neighbours[cluster] = IntStream.range(0, count)
                    .filter(other -> distances[other] < line)
                    .toArray();
        }
        return neighbours;
    }

    private static void describe(Pool pool, int[] items, double[] mean, double[] spread) {
        for (int item : items) {
            float[] vector = pool.vector(item);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / items.length;
                spread[i] += (double) vector[i] * vector[i] / items.length;
            }
        }
        for (int i = 0; i < mean.length; i++) {
            spread[i] = Math.sqrt(Math.max(0, spread[i] - mean[i] * mean[i]));
        }
    }

    private static double squares(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }
}
