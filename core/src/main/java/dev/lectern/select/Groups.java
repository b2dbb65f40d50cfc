package dev.lectern.select;

import dev.lectern.learn.Clusters;
import dev.lectern.learn.KMeans;
import dev.lectern.learn.Rows;
import java.util.Arrays;

/** Items in groups, each in exactly one: by document or by cluster. */
final class Groups {
    /** They change the time only. Each has the rows of one large cluster in memory. */
    private static final int THREADS = Math.min(8, Runtime.getRuntime().availableProcessors());

    private static final Rows NONE = Rows.of(new float[0], 0);

    private final int[] of;
    private final int[] starts;
    private final int[] ordered;
    private final Rows centres;

    private Groups(int[] of, int count, Rows centres) {
        this.of = of;
        this.centres = centres;
        starts = new int[count + 1];
        for (int group : of) {
            starts[group + 1]++;
        }
        for (int group = 0; group < count; group++) {
            starts[group + 1] += starts[group];
        }
        ordered = new int[of.length];
        int[] next = starts.clone();
        for (int item = 0; item < of.length; item++) {
            ordered[next[of[item]]++] = item;
        }
    }

    static Groups byDocument(Pool pool) {
        int[] of = new int[pool.size()];
        Arrays.setAll(of, pool::document);
        return new Groups(of, pool.documents(), NONE);
    }

    /** Each item by itself. */
    static Groups apart(Pool pool) {
        int[] of = new int[pool.size()];
        Arrays.setAll(of, item -> item);
        return new Groups(of, of.length, NONE);
    }

    /** By cluster, as many as {@code count} or fewer. */
    static Groups byCluster(Pool pool, int count, long seed) {
        if (pool.size() == 0) {
            return new Groups(new int[0], 0, NONE);
        }
        Clusters clusters = new KMeans(count, KMeans.ROUNDS, seed, THREADS).of(pool.vectors());
        int[] of = new int[pool.size()];
        Arrays.setAll(of, clusters::of);
        return new Groups(of, clusters.count(), clusters.centres());
    }

    int count() {
        return starts.length - 1;
    }

    int of(int item) {
        return of[item];
    }

    int size(int group) {
        return starts[group + 1] - starts[group];
    }

    /** The items of the group, ascending. */
    int[] members(int group) {
        return Arrays.copyOfRange(ordered, starts[group], starts[group + 1]);
    }

    /** The centres of clusters, by group; documents have none. */
    Rows centres() {
        return centres;
    }

    int[] all() {
        return of.clone();
    }

    /** The mean over each group; 0 for one without items. */
    double[] means(double[] ofItems) {
        double[] means = new double[count()];
        for (int item = 0; item < of.length; item++) {
            means[of[item]] += ofItems[item];
        }
        for (int group = 0; group < means.length; group++) {
            means[group] /= Math.max(1, size(group));
        }
        return means;
    }
}
