package dev.lectern.select;

import dev.lectern.learn.Vectors;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the user wants: vectors of pairs that show it, for one goal or several. An item that serves any of the goals is worth its call.
 *
 * @param subjects what could be wanted at all, by which it is told what pairs have in common
 */
public record Target(List<Goal> goals, Subjects subjects) {
    /** How many of a goal's pairs a vector is held against: one alone may be near by chance, all of them blur a goal of many topics. */
    static final int NEAREST = 3;

    /**
     * One goal.
     *
     * @param weight above 0; only proportions between goals count
     * @param pairs vectors of unit length, at least one
     * @param counts how many pairs each stands for, where mass is carried to them; only proportions count
     */
    public record Goal(double weight, List<float[]> pairs, List<Integer> counts) {
        /** Up to so many different pairs are held against others as they are; more make a goal no clearer. */
        public static final int MOST = 1000;

        /** More are told by the centres of so many groups. */
        public static final int GROUPS = 400;

        /** The same goal is grouped alike in every selection. */
        private static final long SEED = 1;

        public Goal(double weight, List<float[]> pairs) {
            this(weight, pairs, Collections.nCopies(pairs.size(), 1));
        }

        /** A goal of any number of pairs: equal ones count together, and of more than {@value #MOST}, groups stand for them. */
        public static Goal of(double weight, List<float[]> pairs, List<Integer> counts) {
            return Representatives.few(Representatives.distinct(new Goal(weight, pairs, counts)), MOST, GROUPS, SEED);
        }

        public Goal {
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("the weight of a goal is above 0, not " + weight);
            }
            if (pairs.isEmpty()) {
                throw new IllegalArgumentException("a goal needs at least one pair");
            }
            if (counts.size() != pairs.size() || counts.stream().anyMatch(count -> count < 1)) {
                throw new IllegalArgumentException("each pair counts once or more often, not " + counts);
            }
            pairs = List.copyOf(pairs);
            counts = List.copyOf(counts);
        }

        /** What share of the goal's weight each pair has. */
        public double[] masses() {
            double all = counts.stream().mapToLong(Integer::longValue).sum();
            return counts.stream().mapToDouble(count -> weight * (count / all)).toArray();
        }

        /** The same, its pairs in another space. */
        Goal moved(UnaryOperator<float[]> into) {
            return new Goal(weight, pairs.stream().map(into).toList(), counts);
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

    /** A target without a classification of subjects. */
    public Target(List<Goal> goals) {
        this(goals, Subjects.NONE);
    }

    /** The same goals, among these subjects. */
    public Target among(Subjects other) {
        return new Target(goals, other);
    }

    /** A target of one goal. */
    public static Target of(List<float[]> pairs) {
        return new Target(List.of(Goal.of(1, pairs, Collections.nCopies(pairs.size(), 1))));
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
