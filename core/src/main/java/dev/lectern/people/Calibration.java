package dev.lectern.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.people.Ratings.Rated;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * How well a score agrees with people, and where to cut so that it agrees best.
 *
 * @param name the score's
 * @param rows rated rows that have it
 * @param good of them, those that people would keep
 * @param tells share of the pairs of a good row and one that is not in which the good one scores higher; equal scores count half. 0.5 is
 *     chance; empty where people found all good, or none
 * @param bias mean of score minus rating, where both are stars from 1 to 5: above 0 it is milder than people. Empty where no score goes
 *     beyond 1, as of a share that is the whole in every row
 * @param now at the cut that the run had; empty where it had none
 * @param best at the cut that agrees with people most often; of equally good ones the lowest. Empty where there is nothing to tell apart
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Calibration(
        String name,
        int rows,
        int good,
        OptionalDouble tells,
        OptionalDouble bias,
        Optional<Cut> now,
        Optional<Cut> best) {
    /** 90 of 100 intervals hold the true share. */
    private static final double Z = 1.645;

    /** A rated row's score. */
    public record Point(double score, Rated people) {}

    /**
     * What a cut would do with the rated rows.
     *
     * @param agreement share of rows that it keeps or drops as people would
     * @param low lower end of what the agreement may be on many more rows, in 9 of 10 cases (Wilson's interval for 90 %)
     * @param kappa agreement beyond chance, Cohen's; 0 is chance, 1 is perfect
     * @param keptGood rows kept that people would keep
     * @param keptBad rows kept that people would not
     */
    public record Cut(
            double atLeast, double agreement, double low, double high, double kappa, int keptGood, int keptBad) {}

    /** @param cut of the run, where it had one */
    public static Calibration of(String name, List<Point> points, OptionalDouble cut) {
        int good = (int) points.stream().filter(point -> point.people().good()).count();
        boolean both = good > 0 && good < points.size();
        Optional<Cut> now = cut.isPresent() && !points.isEmpty()
                ? Optional.of(at(cut.getAsDouble(), points, good))
                : Optional.empty();
        return new Calibration(
                name,
                points.size(),
                good,
                both ? OptionalDouble.of(tells(points)) : OptionalDouble.empty(),
                bias(points),
                now,
                both ? Optional.of(best(points, good)) : Optional.empty());
    }

    private static Cut best(List<Point> points, int good) {
        TreeSet<Double> scores = new TreeSet<>();
        points.forEach(point -> scores.add(point.score()));
        return scores.stream()
                .map(score -> at(between(scores, score), points, good))
                .max(Comparator.comparingDouble(Cut::agreement).thenComparing(Cut::atLeast, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Halfway to the next lower score, in as few digits as tell the two apart. */
    private static double between(TreeSet<Double> scores, double score) {
        Double lower = scores.lower(score);
        if (lower == null) {
            return score;
        }
        for (double digits = 1; digits <= 1e6; digits *= 10) {
            double rounded = Math.round((lower + score) / 2 * digits) / digits;
            if (rounded > lower && rounded <= score) {
                return rounded;
            }
        }
        return score;
    }

    private static Cut at(double cut, List<Point> points, int good) {
        int keptGood = 0;
        int keptBad = 0;
        for (Point point : points) {
            boolean kept = point.score() >= cut;
            keptGood += kept && point.people().good() ? 1 : 0;
            keptBad += kept && !point.people().good() ? 1 : 0;
        }
        double n = points.size();
        double bad = n - good;
        double agreement = (keptGood + bad - keptBad) / n;
        double kept = (keptGood + keptBad) / n;
        double chance = kept * good / n + (1 - kept) * bad / n;
        double kappa = chance == 1 ? 1 : (agreement - chance) / (1 - chance);
        double middle = (agreement + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(agreement * (1 - agreement) / n + Z * Z / (4 * n * n));
        return new Cut(
                cut, agreement, Math.max(0, middle - half), Math.min(1, middle + half), kappa, keptGood, keptBad);
    }

    private static double tells(List<Point> points) {
        double higher = 0;
        long pairs = 0;
        for (Point one : points) {
            for (Point other : points) {
                if (one.people().good() && !other.people().good()) {
                    pairs++;
                    higher += one.score() > other.score() ? 1 : one.score() == other.score() ? 0.5 : 0;
                }
            }
        }
        return higher / pairs;
    }

    private static OptionalDouble bias(List<Point> points) {
        boolean onScale = points.stream()
                        .allMatch(point -> point.score() >= 1
                                && point.score() <= 5
                                && point.people().rating().isPresent())
                && points.stream().anyMatch(point -> point.score() > 1);
        return onScale
                ? points.stream()
                        .mapToDouble(
                                point -> point.score() - point.people().rating().orElseThrow())
                        .average()
                : OptionalDouble.empty();
    }
}
