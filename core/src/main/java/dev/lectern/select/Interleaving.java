package dev.lectern.select;

import java.util.Arrays;
import java.util.stream.IntStream;

/** One order made of two, so that in front of it there is of each what stands in its own front. */
final class Interleaving {
    private Interleaving() {}

    /**
     * The numbers of {@code one}, dealt out anew among these items in the order in which they come where of all places this share goes to {@code one}'s
     * order and the rest to {@code other}'s. What is best in both stays where it is; all other items keep their numbers of {@code one}.
     *
     * @param share more than 0, less than 1
     */
    static double[] of(double[] one, double[] other, int[] items, double share) {
        double[] ranks = ranks(one, items);
        double[] others = ranks(other, items);
        double[] places = IntStream.range(0, items.length)
                .mapToDouble(at -> -Math.min(ranks[at] / share, others[at] / (1 - share)))
                .toArray();
        double[] sorted =
                Arrays.stream(items).mapToDouble(item -> one[item]).sorted().toArray();
        double[] dealt = one.clone();
        int[] order = Orders.best(places);
        for (int place = 0; place < order.length; place++) {
            dealt[items[order[place]]] = sorted[sorted.length - 1 - place];
        }
        return dealt;
    }

    /** The place of each of these items among them, from 1; equal ones have the same, the middle one of theirs. */
    private static double[] ranks(double[] told, int[] items) {
        double[] own = Arrays.stream(items).mapToDouble(item -> told[item]).toArray();
        int[] order = Orders.best(own);
        double[] ranks = new double[own.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && own[order[to]] == own[order[from]]) {
                to++;
            }
            for (int place = from; place < to; place++) {
                ranks[order[place]] = (from + to + 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
