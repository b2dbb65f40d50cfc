package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InterleavingTest {
    private static final int[] ALL = IntStream.range(0, 20).toArray();
    private static final double SHARE = 0.7;

    @Property(tries = 200)
    void theSameNumbersAreDealtOut(
            @ForAll @Size(20) double[] one,
            @ForAll @Size(20) double[] other,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double share) {
        assertThat(sorted(Interleaving.of(one, other, ALL, share))).isEqualTo(sorted(one));
    }

    @Property(tries = 200)
    void ofTwoOrdersThatAreTheSameNothingChanges(@ForAll @Size(20) double[] one) {
        double[] zeros = Arrays.stream(one).map(each -> each + 0.0).toArray();
        assertThat(Interleaving.of(zeros, zeros, ALL, SHARE)).isEqualTo(zeros);
    }

    /** So a wrong order costs a bounded number of places. */
    @Property(tries = 200)
    void whatIsInTheFrontOfEitherIsInFrontByItsShare(@ForAll Random random) {
        double[] one = random.doubles(ALL.length).toArray();
        double[] other = random.doubles(ALL.length).toArray();
        int[] places = places(Interleaving.of(one, other, ALL, SHARE));
        int[] ones = places(one);
        int[] others = places(other);
        for (int item : ALL) {
            assertThat((double) places[item])
                    .isLessThanOrEqualTo(Math.min(ones[item] / SHARE, others[item] / (1 - SHARE)) + 1);
        }
    }

    @Test
    void threeOfTenPlacesGoToTheOtherOrder() {
        double[] up = IntStream.range(0, 20).asDoubleStream().toArray();
        double[] down = IntStream.range(0, 20).mapToDouble(i -> -i).toArray();
        int[] places = places(Interleaving.of(down, up, ALL, SHARE));
        int[] front = Arrays.stream(ALL).filter(item -> places[item] <= 10).toArray();
        assertThat(front).containsExactly(0, 1, 2, 3, 4, 5, 6, 17, 18, 19);
    }

    @Test
    void whereTheOtherOrderTellsNothingTheFirstStaysAsItIs() {
        double[] down = IntStream.range(0, 20).mapToDouble(i -> -i).toArray();
        assertThat(Interleaving.of(down, new double[20], new int[0], SHARE)).isEqualTo(down);
        int[] places = places(Interleaving.of(down, new double[20], ALL, SHARE));
        assertThat(Arrays.copyOf(places, 7)).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void itemsThatAreNotNamedKeepTheirs() {
        double[] dealt =
                Interleaving.of(new double[] {5, 1, 2, 3}, new double[] {0, 3, 2, 1}, new int[] {1, 2, 3}, SHARE);
        assertThat(dealt[0]).isEqualTo(5);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** From 1. */
    private static int[] places(double[] values) {
        return Arrays.stream(values)
                .mapToInt(value -> (int)
                        Arrays.stream(values).filter(each -> each >= value).count())
                .toArray();
    }
}
