package dev.lectern.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TransportTest {
    /** Ways to come near the cheapest plan; blurs are a hundredth of a distance between vectors. */
    private static final List<Solver> NEAR =
            List.of(new Exact(), new Sinkhorn(.01, 1e-4, 2000), new Ipot(.05, 300, 5, 1e-6, 1e-30));

    @Provide
    Arbitrary<Solver> near() {
        return Arbitraries.of(NEAR);
    }

    @Property(tries = 30, seed = "42")
    void aCloudIsAtNoDistanceFromItself(@ForAll("near") Solver solver, @ForAll @IntRange(min = 1, max = 40) int size) {
        Rows cloud = new Clouds(size).groups(size, 32, 5, .2);
        assertThat(Transport.distance(solver, cloud, cloud)).isBetween(0.0, .01);
    }

    @Property(tries = 30, seed = "42")
    void evenCloudsOfOneSizeAreMatchedWithinOnePercent(
            @ForAll("near") Solver solver, @ForAll @IntRange(min = 2, max = 60) int size) {
        Clouds clouds = new Clouds(size);
        Costs costs = Costs.euclidean(clouds.groups(size, 32, 5, .1), clouds.groups(size, 32, 4, .1));
        double best = Hungarian.cost(costs);
        assertThat(solver.solve(costs).cost()).isBetween(best * .9999, best * 1.01);
    }

    @Property(tries = 30, seed = "42")
    void onALinePointsAreMatchedInOrder(@ForAll @IntRange(min = 1, max = 80) int size) {
        Clouds clouds = new Clouds(size);
        float[] one = clouds.numbers(size);
        float[] other = clouds.numbers(size);
        double cost = new Exact().solve(Clouds.onALine(one, other)).cost();
        Arrays.sort(one);
        Arrays.sort(other);
        double sorted = 0;
        for (int i = 0; i < size; i++) {
            sorted += Math.abs(one[i] - other[i]) / size;
        }
        assertThat(cost).isCloseTo(sorted, within(1e-5));
        assertThat(Sinkhorn.of(.002).solve(Clouds.onALine(one, other)).cost()).isCloseTo(sorted, within(.02));
    }

    @Property(tries = 30, seed = "42")
    void massLeavesAndArrivesAsItShould(
            @ForAll("near") Solver solver,
            @ForAll @IntRange(min = 1, max = 30) int rows,
            @ForAll @IntRange(min = 1, max = 30) int columns) {
        Clouds clouds = new Clouds(rows * 31 + columns);
        Costs costs = Costs.euclidean(clouds.groups(rows, 16, 3, .3), clouds.groups(columns, 16, 3, .3));
        double[] from = weights(clouds, rows);
        double[] to = weights(clouds, columns);
        Plan plan = solver.solve(costs, from, to);
        double[] left = new double[rows];
        double[] arrived = new double[columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                left[r] += plan.mass(r, c);
                arrived[c] += plan.mass(r, c);
            }
        }
        assertThat(left).containsExactly(Masses.shares(from, rows), within(1e-4));
        assertThat(arrived).containsExactly(Masses.shares(to, columns), within(1e-4));
    }

    @Property(tries = 30, seed = "42")
    void itIsAsFarThereAsBack(
            @ForAll("near") Solver solver,
            @ForAll @IntRange(min = 1, max = 30) int rows,
            @ForAll @IntRange(min = 1, max = 30) int columns) {
        Clouds clouds = new Clouds(rows * 37 + columns);
        Rows one = clouds.groups(rows, 16, 3, .3);
        Rows other = clouds.groups(columns, 16, 3, .3);
        double there = Transport.distance(solver, one, other);
        assertThat(Transport.distance(solver, other, one)).isCloseTo(there, within(.005 * there + 1e-6));
    }

    @Test
    void noOtherPlanIsCheaperThanTheExactOne() {
        Clouds clouds = new Clouds(5);
        Costs costs = Costs.euclidean(clouds.groups(40, 16, 6, .2), clouds.groups(25, 16, 5, .2));
        double[] from = weights(clouds, 40);
        double[] to = weights(clouds, 25);
        double exact = new Exact().solve(costs, from, to).cost();
        for (Solver solver : NEAR) {
            assertThat(solver.solve(costs, from, to).cost()).isBetween(exact * .999, exact * 1.01);
        }
    }

    @Test
    void pointsWithoutWeightDoNotCount() {
        Clouds clouds = new Clouds(6);
        Costs costs = Costs.euclidean(clouds.groups(3, 8, 3, .1), clouds.groups(2, 8, 2, .1));
        for (Solver solver : NEAR) {
            Plan plan = solver.solve(costs, new double[] {1, 0, 1}, new double[] {1, 0});
            assertThat(plan.cost()).isCloseTo((costs.of(0, 0) + costs.of(2, 0)) / 2.0, within(1e-4));
        }
    }

    @Test
    void theDivergenceIsSmallForOneSourceAtAnySizeAndLargeForTwo() {
        Rows source = new Clouds(7).groups(300, 48, 10, .03);
        Rows few = source.take(range(0, 20));
        Rows many = source.take(range(100, 300));
        Rows elsewhere = new Clouds(8).groups(20, 48, 10, .03);
        Sinkhorn sinkhorn = Sinkhorn.of(.5);
        double same = Transport.divergence(sinkhorn, few, many);
        assertThat(same).isLessThan(.5 * Transport.divergence(sinkhorn, elsewhere, many));
        assertThat(same).isLessThan(.5 * Transport.distance(sinkhorn, few, many));
    }

    @Test
    void distancesAtOneSizeDoNotFallWithTheNumberOfPoints() {
        Rows source = new Clouds(9).groups(400, 48, 10, .1);
        Rows target = source.take(range(0, 40));
        double few = Transport.distanceAt(10, 20, 1, new Exact(), source.take(range(100, 110)), target);
        double many = Transport.distanceAt(10, 20, 1, new Exact(), source.take(range(100, 400)), target);
        assertThat(few).isCloseTo(many, within(.15 * many));
        assertThat(Transport.distance(new Exact(), source.take(range(100, 400)), target))
                .isLessThan(.8 * many);
    }

    @Test
    void thePaperSolverComesNearTheCheapestPlan() {
        Clouds clouds = new Clouds(10);
        Costs costs = Costs.euclidean(clouds.groups(10, 64, 4, .1), clouds.groups(40, 64, 4, .1));
        assertThat(Ipot.PAPER.solve(costs).cost())
                .isCloseTo(new Exact().solve(costs).cost(), within(.005));
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static double[] weights(Clouds clouds, int count) {
        double[] weights = new double[count];
        float[] numbers = clouds.numbers(count);
        for (int i = 0; i < count; i++) {
            weights[i] = .1 + Math.abs(numbers[i]);
        }
        return weights;
    }

    @Property(tries = 20, seed = "42")
    void rowsThatPayByPricesPayTogetherWhatTheCheapestPlanCosts(@ForAll @IntRange(min = 2, max = 60) int size) {
        Clouds clouds = new Clouds(size);
        Costs costs = Costs.cosine(clouds.groups(size, 16, 3, .3), clouds.groups(12, 16, 3, .3));
        double[] from = weights(clouds, size);
        double[] to = weights(clouds, 12);
        double[] prices = Sinkhorn.of(.005).prices(costs, from, to);
        double[] arriving = Masses.shares(to, 12);
        double[] leaving = Masses.shares(from, size);
        double mean = 0;
        for (int column = 0; column < 12; column++) {
            mean += arriving[column] * prices[column];
        }
        assertThat(mean).isCloseTo(0, within(1e-6));
        double paid = 0;
        for (int r = 0; r < size; r++) {
            int row = r;
            paid += leaving[row]
                    * IntStream.range(0, 12)
                            .mapToDouble(column -> costs.of(row, column) - prices[column])
                            .min()
                            .orElseThrow();
        }
        double best = new Exact().solve(costs, from, to).cost();
        assertThat(paid).isBetween(best - .02, best + 1e-4);
    }
}
