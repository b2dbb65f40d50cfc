package dev.lectern.select;

import dev.lectern.learn.Vectors;

/**
 * How alike items and a target are before anything was extracted, by vectors from which the middle of the pool was taken, as what all items share
 * says nothing of one: the mean cosine to a goal's pairs, in which near ones count more the nearer they are. The nearest one alone is
 * near by chance, and all alike blur a goal of many topics.
 */
final class Likeness {
    /** A goal of more pairs is told by so many centres of groups of them. */
    private static final int MOST_PAIRS = 400;

    /** A pair counts e times as much as another that lies this much further away. */
    private static final double SOFT = 0.15;

    private final Spaces spaces;
    private final boolean[] told;
    private final Target target;

    Likeness(Pool pool, Target target, long seed) {
        this.spaces = new Spaces(pool);
        this.told = spaces.of(target);
        this.target = new Target(target.goals().stream()
                .map(goal -> few(goal, seed).moved(pair -> spaces.moved(pair, spaces.of(pair))))
                .toList());
    }

    /** Whether anything can be said of the item. */
    boolean tells(Pool pool, int item) {
        return told[pool.space(item)];
    }

    double[] ofAll(Pool pool) {
        double[] all = new double[pool.size()];
        for (int item = 0; item < all.length; item++) {
            all[item] = of(spaces.moved(pool.vector(item), pool.space(item)));
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

    /** The goal, or where it has very many pairs, one of centres of groups of them. */
    static Target.Goal few(Target.Goal goal, long seed) {
        return Representatives.few(goal, MOST_PAIRS, MOST_PAIRS, seed);
    }
}
