package dev.lectern.learn;

import java.util.Arrays;

/** Finds how mass is best carried. */
public interface Solver {
    /**
     * The plan that carries mass {@code from} (one number for each row, all at least 0, sum above 0) to mass {@code to} (for each
     * column). Both are brought to sum 1 first.
     */
    Plan solve(Costs costs, double[] from, double[] to);

    /** All rows and all columns alike. */
    default Plan solve(Costs costs) {
        return solve(costs, even(costs.rows()), even(costs.columns()));
    }

    private static double[] even(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return weights;
    }
}
