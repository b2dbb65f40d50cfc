package dev.lectern.select;

import java.util.Arrays;
import java.util.stream.IntStream;

/** One order made of two: the front of it holds the front of both, each in proportion to its share. */
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
        // The zero that is added makes one of the two zeros that there are.
        double[] own =
                Arrays.stream(items).mapToDouble(item -> -told[item] + 0.0).toArray();
        double[] sorted = own.clone();
        Arrays.sort(sorted);
        return Arrays.stream(own)
                .map(value -> (below(sorted, value) + below(sorted, Math.nextUp(value)) + 1) / 2.0)
                .toArray();
    }

    /** How many of these numbers, the least first, are less than one. */
    private static int below(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
