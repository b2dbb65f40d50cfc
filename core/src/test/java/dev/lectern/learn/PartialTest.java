package dev.lectern.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartialTest {
    private static double[] even(int count, double each) {
        double[] all = new double[count];
        Arrays.fill(all, each);
        return all;
    }

    @Property(tries = 40, seed = "42")
    void whereThereIsRoomEnoughARowIsCarriedIfSomeColumnIsWithinTheLimit(
            @ForAll @IntRange(min = 1, max = 40) int rows, @ForAll @IntRange(min = 1, max = 20) int columns) {
        Clouds clouds = new Clouds(rows * 41 + columns);
        Costs costs = Costs.cosine(clouds.groups(rows, 16, 4, .3), clouds.groups(columns, 16, 2, .3));
        double[] carried = new Partial(.5).carried(costs, even(rows, 1), even(columns, rows));
        for (int row = 0; row < rows; row++) {
            double least = Double.MAX_VALUE;
            for (int column = 0; column < columns; column++) {
                least = Math.min(least, costs.of(row, column));
            }
            assertThat(carried[row]).isCloseTo(least < .5 ? 1 : 0, within(1e-4));
        }
    }

    @Property(tries = 40, seed = "42")
    void noMoreArrivesThanThereIsRoomFor(
            @ForAll @IntRange(min = 1, max = 40) int rows, @ForAll @IntRange(min = 1, max = 20) int columns) {
        Clouds clouds = new Clouds(rows * 43 + columns);
        Costs costs = Costs.cosine(clouds.groups(rows, 16, 3, .3), clouds.groups(columns, 16, 3, .3));
        double[] carried = new Partial(2).carried(costs, even(rows, 1), even(columns, .5));
        assertThat(Arrays.stream(carried).sum()).isCloseTo(Math.min(rows, columns * .5), within(1e-3));
    }

    @Test
    void whereRoomIsScarceTheNearestRowsHaveIt() {
        Costs costs = new Costs(3, 1, new float[] {.3f, .1f, .2f});
        double[] carried = new Partial(.5).carried(costs, even(3, 1), new double[] {2});
        assertThat(carried).containsExactly(new double[] {0, 1, 1}, within(1e-4));
    }

    @Test
    void atALimitOfZeroOnlyWhatCostsNothingIsCarried() {
        Costs costs = new Costs(2, 1, new float[] {.1f, 0});
        assertThat(new Partial(1e-6).carried(costs, even(2, 1), new double[] {2}))
                .containsExactly(new double[] {0, 1}, within(1e-4));
    }
}
