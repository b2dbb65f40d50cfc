package dev.lectern.select;

import java.util.Arrays;

/** Standard deviations. */
final class Deviation {
    private Deviation() {}

    /** Of these values from their mean; 0 of none. */
    static double of(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }
}
