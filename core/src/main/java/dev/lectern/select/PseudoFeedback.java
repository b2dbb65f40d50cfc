package dev.lectern.select;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pseudo-relevance feedback: the documents that stand in front are taken for examples beside the target, the first for most. What lies near several
 * of them is likely wanted, also where it looks like none of the target's own pairs. Items are held against each of them, so that one which
 * stands in front wrongly does little harm; against those in their own space only.
 */
final class PseudoFeedback {
    /** So many documents; the n-th weighs 1/n as much as the first. Four or sixteen change little. */
    private static final int DOCUMENTS = 8;

    /** So many passages of each, spread evenly over it. Two or six times as many change little. */
    private static final int PASSAGES = 8;

    /** How much likeness to these documents counts where likeness to the target counts the rest. */
    private static final double SHARE = 0.3;

    /** The place of a document of few passages says little: it is held at the mean of the pool by so many. */
    private static final double DOUBT = 2;

    private final Likeness likeness;
    private final Groups documents;

    PseudoFeedback(Likeness likeness, Groups documents) {
        this.likeness = likeness;
        this.documents = documents;
    }

    /**
     * @param alike how alike items are to the target
     * @param places what tells which documents stand in front, by item
     */
    double[] mixed(double[] alike, double[] places) {
        List<Example> front = inFront(places).stream()
                .map(document -> documents.members(document))
                .map(items -> new Example(likeness.space(items[0]), likeness.some(items, PASSAGES)))
                .toList();
        double[] mixed = alike.clone();
        for (int item = 0; item < mixed.length; item++) {
            float[] vector = likeness.vector(item);
            double near = 0;
            double weights = 0;
            for (int rank = 0; rank < front.size(); rank++) {
                if (front.get(rank).space() == likeness.space(item)) {
                    near += Likeness.of(vector, front.get(rank).passages()) / (rank + 1);
                    weights += 1.0 / (rank + 1);
                }
            }
            if (weights > 0) {
                mixed[item] += SHARE * (near / weights - alike[item]);
            }
        }
        return mixed;
    }

    private record Example(int space, List<float[]> passages) {}

    private List<Integer> inFront(double[] places) {
        double mean = IntStream.range(0, places.length)
                .filter(likeness::tells)
                .mapToDouble(item -> places[item])
                .average()
                .orElse(0);
        double[] held = documents.means(places);
        for (int document = 0; document < held.length; document++) {
            int size = documents.size(document);
            boolean tells = size > 0 && likeness.tells(documents.members(document)[0]);
            held[document] = tells ? mean + (held[document] - mean) * size / (size + DOUBT) : Double.NEGATIVE_INFINITY;
        }
        return Arrays.stream(Orders.best(held))
                .filter(document -> held[document] > mean)
                .limit(DOCUMENTS)
                .boxed()
                .toList();
    }
}
