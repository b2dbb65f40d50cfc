package dev.lectern.select;

import dev.lectern.learn.Vectors;

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

    /** A pair counts e times as much as another that lies this much further away. */
    private static final double SOFT = 0.15;

    private final float[] middle;
    private final Target target;

    Likeness(Pool pool, Target target, long seed) {
        this.middle = middle(pool);
        this.target = new Target(target.goals().stream()
                .map(goal -> few(goal, seed).moved(this::moved))
                .toList());
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

    /** The goal, or where it has very many pairs, one of centres of groups of them. */
    static Target.Goal few(Target.Goal goal, long seed) {
        return Representatives.few(goal, MOST_PAIRS, MOST_PAIRS, seed);
    }
}
