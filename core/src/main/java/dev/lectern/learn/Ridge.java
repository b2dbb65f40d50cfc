package dev.lectern.learn;

import java.util.Arrays;

/**
 * A linear regression that learns one observation at a time: after each it is the exact ridge solution
 * {@code w = (λI + Σ c·x·xᵀ)⁻¹ Σ c·x·y}, kept by rank-one updates of the inverse (Sherman and Morrison). Cost of an observation and of
 * a spread: {@code dimensions²}; of a prediction: {@code dimensions}. No intercept: take what is known beforehand off {@code y}. For
 * one thread.
 */
public final class Ridge {
    private final int dimensions;
    /** (λI + Σ c·x·xᵀ)⁻¹, row by row. */
    private final double[] inverse;

    private final double[] weights;
    private final double[] turned;

    /** @param lambda how strongly weights are held at zero, in observations of unit vectors; 1 in the study that set the defaults */
    public Ridge(int dimensions, double lambda) {
        if (!(lambda > 0)) {
            throw new IllegalArgumentException("lambda must be above 0, not " + lambda);
        }
        this.dimensions = dimensions;
        inverse = new double[Math.multiplyExact(dimensions, dimensions)];
        for (int d = 0; d < dimensions; d++) {
            inverse[d * dimensions + d] = 1 / lambda;
        }
        weights = new double[dimensions];
        turned = new double[dimensions];
    }

    public void observe(float[] x, double y) {
        observe(x, y, 1);
    }

    /** @param count how many observations this one stands for, above 0 */
    public void observe(float[] x, double y, double count) {
        double spread = turn(x);
        double gain = count / (1 + count * spread);
        double surprise = y - predict(x);
        for (int d = 0; d < dimensions; d++) {
            weights[d] += gain * surprise * turned[d];
            double step = -gain * turned[d];
            int row = d * dimensions;
            for (int e = 0; e < dimensions; e++) {
                inverse[row + e] = Math.fma(step, turned[e], inverse[row + e]);
            }
        }
    }

    public double predict(float[] x) {
        double sum = 0;
        for (int d = 0; d < dimensions; d++) {
            sum += weights[d] * x[d];
        }
        return sum;
    }

    /** How little is known in this direction: {@code xᵀ(λI + Σ c·x·xᵀ)⁻¹x}; {@code 1/λ} for a unit vector before any observation. */
    public double spread(float[] x) {
        return turn(x);
    }

    /** The weights, rounded to floats: for the products with many rows. */
    public float[] weights() {
        float[] copy = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            copy[d] = (float) weights[d];
        }
        return copy;
    }

    /** Fills {@link #turned} with the inverse times x, and gives its product with x. */
    private double turn(float[] x) {
        if (x.length != dimensions) {
            throw new IllegalArgumentException(x.length + " numbers, not " + dimensions);
        }
        Arrays.fill(turned, 0);
        for (int d = 0; d < dimensions; d++) {
            int row = d * dimensions;
            double number = x[d];
            for (int e = 0; e < dimensions; e++) {
                turned[e] = Math.fma(number, inverse[row + e], turned[e]);
            }
        }
        double product = 0;
        for (int d = 0; d < dimensions; d++) {
            product += turned[d] * x[d];
        }
        return product;
    }
}
