package dev.lectern.learn;

import java.util.Arrays;
import java.util.List;

/** Single vectors: length, product, mean. */
public final class Vectors {
    /** What is shorter is left of vectors that are the same: rounding. */
    private static final double NOTHING = 1e-3;

    private Vectors() {}

    /** The product of two vectors of one length; both of unit length, it is their cosine. */
    public static float dot(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " numbers beside " + b.length);
        }
        return Arithmetic.FASTEST.dot(a, 0, b, 0, a.length);
    }

    /** The same in doubles, for few vectors: where their order is what counts, rounding must not decide it. */
    public static double cosine(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(one.length + " numbers beside " + other.length);
        }
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += (double) one[i] * other[i];
        }
        return product;
    }

    /** A copy of unit length; zeros stay zeros. */
    public static float[] unit(float[] vector) {
        float[] unit = vector.clone();
        toUnit(unit, 0, unit.length);
        return unit;
    }

    /** The direction in which these vectors point together: their mean, brought to unit length. Zeros for no vectors. */
    public static float[] mean(List<float[]> vectors, int dimensions) {
        double[] sum = new double[dimensions];
        for (float[] vector : vectors) {
            for (int d = 0; d < dimensions; d++) {
                sum[d] += vector[d];
            }
        }
        float[] mean = new float[dimensions];
        unitOf(sum, mean, 0);
        return mean;
    }

    /** What is left of each without what all share, brought to unit length; zeros where nothing is left but rounding. */
    public static List<float[]> withoutMiddle(List<float[]> vectors) {
        if (vectors.isEmpty()) {
            return List.of();
        }
        double[] middle = new double[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < middle.length; i++) {
                middle[i] += (double) vector[i] / vectors.size();
            }
        }
        return vectors.stream().map(vector -> without(vector, middle)).toList();
    }

    private static float[] without(float[] vector, double[] middle) {
        float[] rest = new float[vector.length];
        double squares = 0;
        for (int i = 0; i < rest.length; i++) {
            rest[i] = (float) (vector[i] - middle[i]);
            squares += rest[i] * rest[i];
        }
        return Math.sqrt(squares) < NOTHING ? new float[rest.length] : unit(rest);
    }

    static void toUnit(float[] numbers, int from, int dimensions) {
        double[] sum = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            sum[d] = numbers[from + d];
        }
        unitOf(sum, numbers, from);
    }

    static void unitOf(double[] sum, float[] into, int at) {
        double squares = 0;
        for (double part : sum) {
            squares += part * part;
        }
        if (squares == 0) {
            Arrays.fill(into, at, at + sum.length, 0);
            return;
        }
        double length = Math.sqrt(squares);
        for (int d = 0; d < sum.length; d++) {
            into[at + d] = (float) (sum[d] / length);
        }
    }
}
