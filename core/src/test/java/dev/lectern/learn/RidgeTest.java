package dev.lectern.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RidgeTest {
    private final Clouds clouds = new Clouds(4);

    @Test
    void afterEveryObservationItSolvesTheNormalEquations() {
        int dimensions = 12;
        Ridge ridge = new Ridge(dimensions, .5);
        double[][] left = new double[dimensions][dimensions];
        double[] right = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            left[d][d] = .5;
        }
        for (int i = 0; i < 40; i++) {
            float[] x = clouds.numbers(dimensions);
            double y = clouds.numbers(1)[0];
            double count = 1 + i % 3;
            ridge.observe(x, y, count);
            for (int d = 0; d < dimensions; d++) {
                right[d] += count * x[d] * y;
                for (int e = 0; e < dimensions; e++) {
                    left[d][e] += count * x[d] * x[e];
                }
            }
        }
        float[] weights = ridge.weights();
        for (int d = 0; d < dimensions; d++) {
            double sum = 0;
            for (int e = 0; e < dimensions; e++) {
                sum += left[d][e] * weights[e];
            }
            assertThat(sum).isCloseTo(right[d], within(1e-3));
        }
    }

    @Test
    void whatWasSeenOftenIsKnownWell() {
        Ridge ridge = new Ridge(8, 1);
        float[] x = Vectors.unit(clouds.numbers(8));
        assertThat(ridge.spread(x)).isCloseTo(1, within(1e-6));
        for (int i = 0; i < 9; i++) {
            ridge.observe(x, 2);
        }
        assertThat(ridge.spread(x)).isCloseTo(.1, within(1e-6));
        assertThat(ridge.predict(x)).isCloseTo(1.8, within(1e-5));
    }

    @Test
    void aCountIsSoManyObservations() {
        float[] x = Vectors.unit(clouds.numbers(8));
        Ridge once = new Ridge(8, 1);
        once.observe(x, 1, 3);
        Ridge thrice = new Ridge(8, 1);
        for (int i = 0; i < 3; i++) {
            thrice.observe(x, 1);
        }
        assertThat(once.predict(x)).isCloseTo(thrice.predict(x), within(1e-9));
    }
}
