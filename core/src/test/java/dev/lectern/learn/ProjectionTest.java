package dev.lectern.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    @Test
    void showsTheTwoDirectionsInWhichRowsDifferMost() {
        float[] noise = new Clouds(1).numbers(300 * 8);
        for (int r = 0; r < 300; r++) {
            noise[r * 8 + 3] *= 9;
            noise[r * 8 + 6] *= 4;
        }
        Rows rows = Rows.of(noise, 8);
        Projection map = Projection.of(rows);
        float[] wide = new float[8];
        wide[3] = 1;
        float[] high = new float[8];
        high[6] = 1;
        double[] middle = map.place(new float[8]);
        assertThat(map.place(wide)[0] - middle[0]).isCloseTo(1, within(.02));
        assertThat(map.place(high)[1] - middle[1]).isCloseTo(1, within(.02));
    }

    @Test
    void theMapDoesNotDependOnTheOrderOfRows() {
        Rows rows = new Clouds(2).groups(60, 16, 4, .3);
        int[] backwards = new int[60];
        Arrays.setAll(backwards, i -> 59 - i);
        double[] there = Projection.of(rows).place(rows.row(5));
        assertThat(Projection.of(rows.take(backwards)).place(rows.row(5))).containsExactly(there, within(1e-6));
    }

    @Test
    void identicalRowsLieInOnePoint() {
        Rows rows = Rows.of(new float[] {1, 0, 0, 1, 0, 0}, 3);
        assertThat(Projection.of(rows).place(rows.row(0))).containsExactly(0, 0);
    }
}
