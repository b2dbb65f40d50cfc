package dev.lectern.bench.learn;

import dev.lectern.learn.Clusters;
import dev.lectern.learn.Costs;
import dev.lectern.learn.Exact;
import dev.lectern.learn.Ipot;
import dev.lectern.learn.KMeans;
import dev.lectern.learn.Rows;
import dev.lectern.learn.Sinkhorn;
import dev.lectern.learn.Solver;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How long transport between two clouds and k-means take on one thread, in processor time. Prints a line of JSON for each. */
final class LearnSpeed {
    private static final int POINTS = 200;
    private static final int WARM_UP = 300;
    private static final int TIMES = 101;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private LearnSpeed() {}

    /** @param args how many vectors to cluster (20,000) */
    public static void main(String[] args) {
        int size = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        Map<String, Solver> solvers = new TreeMap<>(
                Map.of("exact", new Exact(), "sinkhorn_.05", Sinkhorn.of(.05), "sinkhorn_.008", Sinkhorn.of(.008)));
        for (int themes : new int[] {3, 20, 200}) {
            Rows one = new MadeUp(themes, 1).rows(POINTS);
            Rows other = new MadeUp(themes, 2).rows(POINTS);
            double best = new Exact().solve(Costs.euclidean(one, other)).cost();
            solvers.forEach((name, solver) -> {
                double cost = solver.solve(Costs.euclidean(one, other)).cost();
                say(
                        "transport",
                        name + " " + POINTS + "x" + POINTS + ", " + themes + " themes",
                        "ms",
                        ms(one, other, solver));
                say("transport", name + " above the cheapest", "share", cost / best - 1);
            });
        }
        Rows pairs = new MadeUp(20, 1).rows(5);
        Rows target = new MadeUp(20, 2).rows(40);
        say("transport", "exact 5x40", "ms", ms(pairs, target, new Exact()));
        say("transport", "the paper's 5x40", "ms", ms(pairs, target, Ipot.PAPER));
        clusters(size);
    }

    private static void clusters(int size) {
        Rows rows = new MadeUp(Math.max(1, size / 100), 3).rows(size);
        KMeans means = new KMeans(KMeans.countFor(size, size), KMeans.ROUNDS, 1, 1);
        means.of(rows.take(IntStream.range(0, Math.min(size, 4000)).toArray()));
        long began = CLOCK.getCurrentThreadCpuTime();
        Clusters clusters = means.of(rows);
        say(
                "k-means",
                size + " vectors, " + clusters.count() + " clusters",
                "s",
                (CLOCK.getCurrentThreadCpuTime() - began) / 1e9);
    }

    /** Milliseconds of one distance, costs included: the median. */
    private static double ms(Rows one, Rows other, Solver solver) {
        double[] took = new double[TIMES];
        for (int i = -WARM_UP; i < TIMES; i++) {
            long began = CLOCK.getCurrentThreadCpuTime();
            solver.solve(Costs.euclidean(one, other)).cost();
            if (i >= 0) {
                took[i] = (CLOCK.getCurrentThreadCpuTime() - began) / 1e6;
            }
        }
        Arrays.sort(took);
        return took[TIMES / 2];
    }

    private static void say(String what, String of, String unit, double figure) {
        System.out.printf(Locale.ROOT, "{\"what\":\"%s\",\"of\":\"%s\",\"%s\":%.4f}%n", what, of, unit, figure);
    }
}
