package dev.lectern.select;

import dev.lectern.learn.Ridge;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What a judge said of some items, carried to whatever is like them, in other documents as well: a linear classifier on vectors from which the
 * middle of the pool was taken. Before any verdict it has the target's pairs for it and a sample of the pool against it. A
 * verdict is news, where a reward by vectors says of a row what its vector said before: carried by such rewards it does harm. Scores are not
 * smoothed over documents, so that items of many documents are tried and something is learnt of each.
 */
final class Carried {
    /** How many verdicts the target's pairs weigh as together, and the sample of the pool. Half or twice of it changes little. */
    private static final double MASS = 50;

    /** Of a sample of a thousand chance has a say in what vectors have in common. */
    private static final int SAMPLE = 4096;

    /** How many verdicts the weights are held at zero by, spread over all directions: a vector lies in all of them a little. */
    private static final double HELD = 10;

    /** From so many judged documents on the classifier counts as much as likeness does. */
    private static final double DOUBT = 20;

    /** The share of the pool that is thought to be worth about 1. */
    private static final double WANTED = 0.01;

    private static final int AT_LEAST = 8;

    private final Pool pool;
    private final Groups documents;
    private final Groups clusters;
    private final Spaces spaces;
    private final Ridge classifier;
    private final int[] sample;
    private final BitSet judged = new BitSet();
    private double low;
    private double high = 1;

    Carried(Pool pool, Target target, Groups documents, Groups clusters, long seed) {
        this.pool = pool;
        this.documents = documents;
        this.clusters = clusters;
        this.spaces = new Spaces(pool);
        this.classifier = new Ridge(pool.dimensions(), HELD / pool.dimensions());
        this.sample = Arrays.copyOf(Orders.shuffled(pool, seed), Math.min(SAMPLE, pool.size()));
        for (int item : sample) {
            classifier.observe(moved(item), -1, MASS / sample.length);
        }
        List<float[]> pairs = target.goals().stream()
                .flatMap(goal -> Likeness.few(goal, seed).pairs().stream())
                .toList();
        for (float[] pair : pairs) {
            classifier.observe(spaces.moved(pair, spaces.of(pair)), 1, MASS / pairs.size());
        }
    }

    private double score(int item) {
        return classifier.predict(moved(item));
    }

    private float[] moved(int item) {
        return spaces.moved(pool.vector(item), pool.space(item));
    }

    /** @param verdict from 0 to 1 */
    void add(int item, double verdict) {
        classifier.observe(moved(item), 2 * verdict - 1);
        judged.set(documents.of(item));
    }

    /** How much the classifier counts by now beside likeness: 0 to 1. */
    private double share() {
        int known = judged.cardinality();
        return known / (known + DOUBT);
    }

    /** What is promised of the items, from their priors and from all verdicts. */
    double[] promises(int[] items, double[] priors) {
        if (judged.isEmpty() || items.length == 0) {
            return priors;
        }
        double[] scores = Arrays.stream(items).mapToDouble(this::score).toArray();
        low = Arrays.stream(sample).mapToDouble(this::score).average().orElse(0);
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int top = Math.min(sorted.length, Math.max(AT_LEAST, (int) (WANTED * pool.size())));
        double best = Arrays.stream(sorted, sorted.length - top, sorted.length)
                .average()
                .orElse(0);
        high = Math.max(best, low + 1e-6);
        double[] promises = new double[items.length];
        Arrays.setAll(promises, i -> mixed(priors[i], scores[i]));
        return promises;
    }

    /** The same of a cluster, as of an item at its centre. */
    double promise(int cluster, double prior) {
        if (judged.isEmpty()) {
            return prior;
        }
        float[] centre = clusters.centres().row(cluster);
        return mixed(prior, classifier.predict(spaces.moved(centre, spaces.of(centre))));
    }

    private double mixed(double prior, double score) {
        return (1 - share()) * prior + share() * Math.min(1, (score - low) / (high - low));
    }
}
