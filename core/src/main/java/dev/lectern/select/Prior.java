package dev.lectern.select;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What is expected of items before any feedback: about 1 for those that are nearest to the target, about 0 for the bulk. It goes by how alike passages
 * are to the target's pairs ({@link Likeness}), by whether documents are made of the same parts ({@link Structure}) and are about what the target's
 * subjects have in common ({@link SharedSubjects}), and by what stands in front by all that ({@link PseudoFeedback}). What is told of an item by itself
 * is mostly chance; of its whole document, and of all items like it, it is not. What subjects have in common is guessed, so some places are kept for what
 * stands in front without it ({@link Interleaving}).
 */
final class Prior {
    /** How much of an item's own difference from its document counts where it is told what its rows should earn: these are made of it alone. */
    private static final double OWN_LOOKS = 0.6;

    /** The share of the pool that a target is thought to want: these are worth about 1. */
    private static final double WANTED = 0.01;

    private static final int AT_LEAST = 8;

    /** Of what can't be compared with the target: it comes after all that can. */
    private static final float UNKNOWN = -1;

    /** How much it counts that a document is made of the same parts as the target, beside how alike its passages are. */
    private static final double PARTS = 3;

    /**
     * How much it counts what items are about, beside {@link SharedSubjects}' standard deviations of how alike documents are. Much weight with a close bound
     * helps themes whose titles have little in common; more of it, or a looser bound, costs others more than it helps these.
     */
    private static final double ABOUT = 4;

    /**
     * Of ten places so many tenths go to items by what they are about, the others to items by all else: where it is guessed wrongly what subjects share,
     * no item stands more than three and a half times as far back as it would without.
     */
    private static final double TRUST = 0.7;

    private final float[] ofItems;
    private final float[] ofLooks;

    private Prior(float[] ofItems, float[] ofLooks) {
        this.ofItems = ofItems;
        this.ofLooks = ofLooks;
    }

    static Prior of(Pool pool, Target target, Settings settings, Groups clusters, Groups documents) {
        if (!settings.prior() || pool.size() == 0) {
            float[] nothing = new float[pool.size()];
            return new Prior(nothing, nothing);
        }
        Likeness likeness = new Likeness(pool, target, settings.seed());
        Smoothing smoothing = new Smoothing(clusters, documents);
        Structure structure = new Structure(likeness, documents, settings.seed());
        PseudoFeedback front = new PseudoFeedback(likeness, documents);
        SharedSubjects subjects = new SharedSubjects(
                likeness, pool, settings.subjects() ? target.subjects() : Subjects.NONE, settings.seed());
        double[] looks = lowest(pool.size());
        double[] plain = lowest(pool.size());
        double[] all = lowest(pool.size());
        double heaviest =
                target.goals().stream().mapToDouble(Target.Goal::weight).max().orElseThrow();
        for (Target.Goal goal : likeness.target().goals()) {
            double weight = goal.weight() / heaviest;
            double[] own = likeness.ofAll(goal.pairs());
            double[] beside = new double[pool.size()];
            if (settings.structure()) {
                double[] parts = structure.ofDocuments(goal);
                Arrays.setAll(beside, item -> PARTS * parts[documents.of(item)]);
            }
            toBest(looks, own, weight);
            double[] told = told(own, beside, front, smoothing, settings);
            toBest(plain, told, weight);
            double[] about = subjects.ofItems(goal, smoothing.of(own));
            if (Arrays.stream(about).anyMatch(much -> much != 0)) {
                Arrays.setAll(beside, item -> beside[item] + ABOUT * about[item]);
                told = told(own, beside, front, smoothing, settings);
            }
            toBest(all, told, weight);
        }
        double[] smooth = smoothing.of(plain);
        if (!Arrays.equals(all, plain)) {
            int[] comparable =
                    IntStream.range(0, pool.size()).filter(likeness::tells).toArray();
            smooth = Interleaving.of(smoothing.of(all), smooth, comparable, TRUST);
        }
        return new Prior(scaled(smooth, likeness), scaled(smoothing.of(looks, OWN_LOOKS), likeness));
    }

    /** How alike items are to a goal and to what stands in front by that, and what counts beside. */
    private static double[] told(
            double[] own, double[] beside, PseudoFeedback front, Smoothing smoothing, Settings settings) {
        return sum(settings.pseudoFeedback() ? front.mixed(own, smoothing.of(sum(own, beside))) : own, beside);
    }

    private static double[] lowest(int size) {
        double[] lowest = new double[size];
        Arrays.fill(lowest, Double.NEGATIVE_INFINITY);
        return lowest;
    }

    /** An item counts by the goal that it serves best, in proportion to the goals' weights. */
    private static void toBest(double[] best, double[] alike, double weight) {
        Arrays.setAll(best, item -> Math.max(best[item], alike[item] * weight));
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = new double[one.length];
        Arrays.setAll(sum, item -> one[item] + other[item]);
        return sum;
    }

    private static float[] scaled(double[] smooth, Likeness likeness) {
        double[] sorted = IntStream.range(0, smooth.length)
                .filter(likeness::tells)
                .mapToDouble(item -> smooth[item])
                .toArray();
        double low = Arrays.stream(sorted).average().orElse(0);
        Arrays.sort(sorted);
        int top = Math.min(sorted.length, Math.max(AT_LEAST, (int) (WANTED * sorted.length)));
        double high = Arrays.stream(sorted, sorted.length - top, sorted.length)
                .average()
                .orElse(0);
        float[] scaled = new float[smooth.length];
        for (int item = 0; item < smooth.length; item++) {
            // Never above 1: where a target wants less of the pool than was thought, no reward could come up to
            // more, and what fits would look like a disappointment.
            if (!likeness.tells(item)) {
                scaled[item] = UNKNOWN;
            } else if (high > low) {
                scaled[item] = (float) Math.min(1, (smooth[item] - low) / (high - low));
            }
        }
        return scaled;
    }

    double of(int item) {
        return ofItems[item];
    }

    /** What rows of the item should earn that are paid by vectors: as much as it looks like the target by itself. */
    double looks(int item) {
        return ofLooks[item];
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
