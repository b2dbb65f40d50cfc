package dev.lectern.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up vectors. */
final class Clouds {
    private final SplittableRandom chance;

    Clouds(long seed) {
        chance = new SplittableRandom(seed);
    }

    float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) chance.nextGaussian();
        }
        return numbers;
    }

    /** Unit vectors around {@code groups} random directions; those of one group follow each other by turns. */
    Rows groups(int size, int dimensions, int groups, double spread) {
        List<float[]> middles = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            middles.add(Vectors.unit(numbers(dimensions)));
        }
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            float[] row = numbers(dimensions);
            for (int d = 0; d < dimensions; d++) {
                row[d] = (float) (middles.get(i % groups)[d] + spread * row[d]);
            }
            rows.add(Vectors.unit(row));
        }
        return Rows.of(rows);
    }

    /** Costs between points on a line. */
    static Costs onALine(float[] from, float[] to) {
        float[] values = new float[from.length * to.length];
        for (int r = 0; r < from.length; r++) {
            for (int c = 0; c < to.length; c++) {
                values[r * to.length + c] = Math.abs(from[r] - to[c]);
            }
        }
        return new Costs(from.length, to.length, values);
    }
}
