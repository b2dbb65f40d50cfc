package dev.lectern.aim;

import dev.lectern.select.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How near is near, for one goal: models differ in how near they place any two texts (a model of Chinese far nearer than one of English), so
 * nearness is counted from what pairs about something else have (0) to what the goal's own examples have among themselves (1).
 */
public record Scale(Target.Goal goal, double other, double own) {
    /** So few examples say too little about each other. */
    private static final int FEW = 4;

    /** Where examples are few: how far from other pairs towards the very same text a good pair lies. */
    private static final double USUAL = 0.4;

    /** Examples that are held against all others. */
    private static final int LOOKED_AT = 200;

    /** Below this the scale would turn chance into a score. */
    private static final double SHORTEST = 0.05;

    /** Of a corpus less than that is taken to be about something else. */
    private static final double FARTHEST_OF_CORPUS = 0.25;

    /**
     * The scale of a goal.
     *
     * @param examples that the goal was made of
     * @param everyday pairs that can be compared with them, about anything
     * @param texts of the corpus, only where there are no everyday pairs in their language
     */
    public static Scale of(Target.Goal goal, List<float[]> examples, List<float[]> everyday, List<float[]> texts) {
        double other = quantile(0.5, goal, everyday);
        double any = quantile(FARTHEST_OF_CORPUS, goal, texts);
        if (goal.pairs().size() < FEW) {
            double from = Math.max(other, any);
            return new Scale(goal, from, Math.max(from + SHORTEST, from + USUAL * (1 - from)));
        }
        double own = among(goal, examples);
        // Where all of a corpus is near the goal, any text of it is near and all the same fits.
        double from = Math.max(other, Math.min(any, own / 2));
        return new Scale(goal, from, Math.max(own, from + SHORTEST));
    }

    private static double quantile(double part, Target.Goal goal, List<float[]> texts) {
        return texts.isEmpty() ? 0 : at(part, texts.stream().map(goal::nearness).toList());
    }

    /** How near the pair is to the goal, from 0 to 1. */
    public double of(float[] pair) {
        return at(goal.nearness(pair));
    }

    /** Where a cosine lies on the scale. */
    double at(double cosine) {
        return Math.clamp(beyond(cosine), 0, 1);
    }

    /** The same, and below 0 or above 1 where it lies beyond the ends. */
    double beyond(double cosine) {
        return (cosine - other) / (own - other);
    }

    private static double among(Target.Goal goal, List<float[]> examples) {
        if (examples.size() > Target.Goal.MOST) {
            // Groups stand for the examples, so the examples are held against the groups.
            int step = examples.size() / LOOKED_AT;
            return at(
                    0.5,
                    IntStream.range(0, LOOKED_AT)
                            .mapToObj(i -> goal.nearness(examples.get(i * step)))
                            .toList());
        }
        List<float[]> pairs = goal.pairs();
        return at(
                0.5,
                IntStream.range(0, Math.min(LOOKED_AT, pairs.size()))
                        .mapToObj(i -> {
                            List<float[]> others = new ArrayList<>(pairs);
                            float[] one = others.remove(i);
                            return new Target.Goal(1, others).nearness(one);
                        })
                        .toList());
    }

    private static double at(double part, List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return sorted.get((int) (part * (sorted.size() - 1)));
    }
}
