package dev.lectern.select;

import dev.lectern.learn.Vectors;
import java.util.Arrays;
import java.util.List;

/** What the user wants: vectors of pairs that show it, for one goal or several. An item that serves any of the goals is worth its call. */
public record Target(List<Goal> goals) {
    /** How many of a goal's pairs a vector is held against: one alone may be near by chance, all of them blur a goal of many topics. */
    static final int NEAREST = 3;

    /**
     * One goal.
     *
     * @param weight above 0; only proportions between goals count
     * @param pairs vectors of unit length, at least one
     */
    public record Goal(double weight, List<float[]> pairs) {
        public Goal {
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("the weight of a goal is above 0, not " + weight);
            }
            if (pairs.isEmpty()) {
                throw new IllegalArgumentException("a goal needs at least one pair");
            }
            pairs = List.copyOf(pairs);
        }

        /** The mean cosine of the vector to the three pairs that are nearest to it, or to all where there are fewer. */
        public double nearness(float[] vector) {
            return nearness(vector, NEAREST);
        }

        /** The same of so many pairs. */
        double nearness(float[] vector, int nearest) {
            double[] best = new double[Math.min(nearest, pairs.size())];
            Arrays.fill(best, -1);
            for (float[] pair : pairs) {
                double cosine = Vectors.dot(pair, vector);
                for (int i = 0; i < best.length; i++) {
                    if (cosine > best[i]) {
                        double pushed = best[i];
                        best[i] = cosine;
                        cosine = pushed;
                    }
                }
            }
            double sum = 0;
            for (double cosine : best) {
                sum += cosine;
            }
            return sum / best.length;
        }
    }

    public Target {
        if (goals.isEmpty()) {
            throw new IllegalArgumentException("a target needs at least one goal");
        }
        goals = List.copyOf(goals);
    }

    /** A target of one goal. */
    public static Target of(List<float[]> pairs) {
        return new Target(List.of(new Goal(1, pairs)));
    }

    /** How near the vector is to the goal that it serves best, nearness counted in proportion to the goals' weights: 1 at the most. */
    public double nearness(float[] vector) {
        return nearness(vector, NEAREST);
    }

    /** The same, with so many pairs of a goal told of. */
    double nearness(float[] vector, int nearest) {
        double heaviest = goals.stream().mapToDouble(Goal::weight).max().orElseThrow();
        double best = Double.NEGATIVE_INFINITY;
        for (Goal goal : goals) {
            best = Math.max(best, goal.nearness(vector, nearest) * goal.weight() / heaviest);
        }
        return best;
    }
}
