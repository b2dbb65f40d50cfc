package dev.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.check.ProblemsException;
import dev.lectern.people.Calibration.Cut;
import dev.lectern.people.Calibration.Point;
import dev.lectern.people.Ratings.Rated;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Twenty ratings and a score that is known to lean. */
class CalibrationTest {
    /** Scores and ratings of a judge that mostly gives a star too much. */
    private static final List<Point> MILD = points(
            new double[] {2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 2},
            new double[] {1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 4, 4});

    @Test
    void aMildJudgeIsToldSoAndWhereToCut() {
        Calibration judged = Calibration.of("quality", MILD, OptionalDouble.of(3));
        assertThat(judged.rows()).isEqualTo(20);
        assertThat(judged.good()).isEqualTo(10);
        // Fourteen rows a star too high, one two too high, one two too low.
        assertThat(judged.bias().orElseThrow()).isCloseTo(14 / 20.0, within(1e-12));
        // Of 100 pairs: nine good rows stand above nine bad ones and level with one; one stands level with three and
        // below seven.
        assertThat(judged.tells().orElseThrow()).isCloseTo((9 * 9 + 9 * 0.5 + 3 * 0.5) / 100, within(1e-12));
        assertThat(judged.now().orElseThrow()).satisfies(now -> {
            assertThat(now.agreement()).isEqualTo(0.6);
            assertThat(now.keptGood()).isEqualTo(9);
            assertThat(now.keptBad()).isEqualTo(7);
        });
        Cut best = judged.best().orElseThrow();
        assertThat(best.atLeast()).isBetween(4.0, 5.0).isNotEqualTo(4.0);
        assertThat(best.agreement()).isEqualTo(0.9);
        assertThat(best.keptGood()).isEqualTo(9);
        assertThat(best.keptBad()).isEqualTo(1);
        assertThat(best.kappa()).isCloseTo(0.8, within(1e-12));
        assertThat(best.low()).isBetween(0.7, 0.8);
        assertThat(best.high()).isBetween(0.95, 1.0);
    }

    @Test
    void aScoreOnAScaleOfItsOwnHasACutButNoBias() {
        List<Point> rewards = points(new double[] {-3.25, -1.5, 2.5, 7}, new double[] {1, 2, 4, 5});
        Calibration scored = Calibration.of("reward", rewards, OptionalDouble.empty());
        assertThat(scored.bias()).isEmpty();
        assertThat(scored.now()).isEmpty();
        assertThat(scored.tells()).hasValue(1);
        assertThat(scored.best().orElseThrow()).satisfies(best -> {
            assertThat(best.atLeast()).isGreaterThan(-1.5).isLessThanOrEqualTo(2.5);
            assertThat(best.agreement()).isEqualTo(1);
        });
    }

    @Test
    void aShareThatIsTheWholeEverywhereIsNoStar() {
        List<Point> shares = points(new double[] {1, 1, 1}, new double[] {2, 4, 5});
        assertThat(Calibration.of("grounded", shares, OptionalDouble.empty()).bias())
                .isEmpty();
    }

    @Test
    void whereAllAreGoodNoCutIsSuggested() {
        Calibration all =
                Calibration.of("quality", points(new double[] {3, 5}, new double[] {4, 5}), OptionalDouble.of(4));
        assertThat(all.best()).isEmpty();
        assertThat(all.tells()).isEmpty();
        assertThat(all.now().orElseThrow().agreement()).isEqualTo(0.5);
    }

    @Test
    void ratingsAreStarsOrYesAndNoAndSeveralOfOneRowAreTheirMean() {
        Ratings stars = Ratings.read(sheet(
                Map.of("id", "a", "rating", "5"),
                Map.of("id", "a", "rating", "2"),
                Map.of("id", "b", "rating", "3,5"),
                Map.of("id", "c", "rating", ""),
                Map.of("id", "d", "decision", "accept")));
        assertThat(stars.byId()).containsOnlyKeys("a", "b", "d");
        assertThat(stars.byId().get("a")).isEqualTo(new Rated(OptionalDouble.of(3.5), true));
        assertThat(stars.byId().get("b")).isEqualTo(new Rated(OptionalDouble.of(3.5), false));
        assertThat(stars.byId().get("d")).isEqualTo(new Rated(OptionalDouble.empty(), true));
        Ratings shares = Ratings.read(sheet(Map.of("id", "a", "评分", "1"), Map.of("id", "b", "评分", "0")));
        assertThat(shares.byId().get("a")).isEqualTo(new Rated(OptionalDouble.empty(), true));
        assertThat(shares.byId().get("b")).isEqualTo(new Rated(OptionalDouble.empty(), false));
    }

    @Test
    void whatIsNoRatingIsSaidAllAtOnceWithItsLine() {
        assertThatThrownBy(() -> Ratings.read(sheet(
                        Map.of("id", "a", "rating", "11"),
                        Map.of("rating", "4"),
                        Map.of("id", "b", "rating", "splendid"),
                        Map.of("id", "c", "rating", "4"))))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("ratings.csv, line 2")
                .hasMessageContaining("'11' is no rating")
                .hasMessageContaining("a rating of no row")
                .hasMessageContaining("'splendid' is no rating");
        assertThatThrownBy(() -> Ratings.read(sheet(Map.of("id", "a"))))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("nobody has rated a row");
    }

    private static List<Point> points(double[] scores, double[] ratings) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            points.add(new Point(scores[i], new Rated(OptionalDouble.of(ratings[i]), ratings[i] >= Ratings.GOOD)));
        }
        return points;
    }

    @SafeVarargs
    private static Sheet sheet(Map<String, String>... rows) {
        List<Row> all = new ArrayList<>();
        for (Map<String, String> row : rows) {
            all.add(new Row(all.size() + 2, row));
        }
        return new Sheet("ratings.csv", all, List.of());
    }
}
