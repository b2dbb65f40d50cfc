package dev.lectern.select;

import dev.lectern.learn.KMeans;
import dev.lectern.learn.Rows;
import dev.lectern.learn.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * How alike items and a target are before anything was extracted, by vectors from which the middle of the pool was taken, as what all items share
 * says nothing of one: the mean cosine to a goal's pairs, in which near ones count more the nearer they are. The nearest one alone is
 * near by chance, and all alike blur a goal of many topics.
 */
final class Likeness {
    /** The middle is that of so many items at the most, spread evenly over the pool. */
    private static final int LOOKED_AT = 20_000;
    /** The middle of few items says little: it counts as if so many more lay at zero. */
    private static final int FEW = 20;
    /** A goal of more pairs is told by so many centres of groups of them. */
    private static final int MOST_PAIRS = 400;
    /** Of a goal of more pairs than these, these are looked at. */
    private static final int MOST_LOOKED_AT = 20_000;

    /** A pair counts e times as much as another that lies this much further away. */
    private static final double SOFT = 0.1;

    private final float[] middle;
    private final Target target;

    Likeness(Pool pool, Target target, long seed) {
        this.middle = middle(pool);
        List<Target.Goal> goals = new ArrayList<>();
        for (Target.Goal goal : target.goals()) {
            List<float[]> pairs =
                    few(goal.pairs(), seed).stream().map(this::moved).toList();
            goals.add(new Target.Goal(goal.weight(), pairs));
        }
        this.target = new Target(goals);
    }

    double[] ofAll(Pool pool) {
        double[] all = new double[pool.size()];
        for (int item = 0; item < all.length; item++) {
            all[item] = of(moved(pool.vector(item)));
        }
        return all;
    }

    /** To the goal that it serves best, in proportion to the goals' weights. */
    private double of(float[] vector) {
        double heaviest =
                target.goals().stream().mapToDouble(Target.Goal::weight).max().orElseThrow();
        double best = Double.NEGATIVE_INFINITY;
        for (Target.Goal goal : target.goals()) {
            double sum = 0;
            for (float[] pair : goal.pairs()) {
                sum += Math.exp(Vectors.dot(pair, vector) / SOFT);
            }
            double mean = SOFT * Math.log(sum / goal.pairs().size());
            best = Math.max(best, mean * goal.weight() / heaviest);
        }
        return best;
    }

    private float[] moved(float[] vector) {
        float[] moved = new float[middle.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = vector[i] - middle[i];
        }
        return Vectors.unit(moved);
    }

    private static float[] middle(Pool pool) {
        int step = 1 + pool.size() / LOOKED_AT;
        double[] sum = new double[pool.dimensions()];
        int count = 0;
        for (int item = 0; item < pool.size(); item += step, count++) {
            float[] vector = pool.vector(item);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        float[] middle = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            middle[i] = (float) (sum[i] / (count + FEW));
        }
        return middle;
    }

    /** These pairs, or where they are very many the centres of groups of them. */
    static List<float[]> few(List<float[]> pairs, long seed) {
        if (pairs.size() <= MOST_PAIRS) {
            return pairs;
        }
        int step = 1 + pairs.size() / MOST_LOOKED_AT;
        List<float[]> some = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i += step) {
            some.add(pairs.get(i));
        }
        Rows centres =
                new KMeans(MOST_PAIRS, KMeans.ROUNDS, seed, 1).of(Rows.of(some)).centres();
        List<float[]> few = new ArrayList<>();
        for (int i = 0; i < centres.size(); i++) {
            few.add(centres.row(i));
        }
        return few;
    }
}
