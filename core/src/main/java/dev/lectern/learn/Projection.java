package dev.lectern.learn;

import java.util.SplittableRandom;

/**
 * A map of rows: their first two principal components, found by subspace iteration on the covariance. Signs are such that the number
 * farthest from 0 in each axis is positive, so that the same rows always give the same map.
 */
public final class Projection {
    private static final int AXES = 2;
    /** Axes that are followed: some more than are wanted, so that these come out sooner. */
    private static final int FOLLOWED = 6;

    private static final int ROUNDS = 60;

    private final double[] mean;
    private final double[][] axes;

    private Projection(double[] mean, double[][] axes) {
        this.mean = mean;
        this.axes = axes;
    }

    /** The map for these rows; the centres of clusters will do for all their rows. */
    public static Projection of(Rows rows) {
        int dimensions = rows.dimensions();
        double[] mean = new double[dimensions];
        for (int r = 0; r < rows.size(); r++) {
            add(mean, rows.row(r), 1.0 / rows.size());
        }
        int followed = Math.min(FOLLOWED, dimensions);
        double[][] axes = new double[followed][dimensions];
        SplittableRandom chance = new SplittableRandom(1);
        for (double[] axis : axes) {
            for (int d = 0; d < dimensions; d++) {
                axis[d] = chance.nextGaussian();
            }
        }
        straighten(axes);
        for (int round = 0; round < ROUNDS; round++) {
            axes = turned(rows, mean, axes);
            straighten(axes);
        }
        double[][] first = new double[AXES][dimensions];
        System.arraycopy(axes, 0, first, 0, Math.min(AXES, followed));
        for (double[] axis : first) {
            face(axis);
        }
        return new Projection(mean, first);
    }

    /** Where a vector lies on the map: two numbers. */
    public double[] place(float[] vector) {
        double[] place = new double[AXES];
        for (int axis = 0; axis < AXES; axis++) {
            for (int d = 0; d < mean.length; d++) {
                place[axis] += (vector[d] - mean[d]) * axes[axis][d];
            }
        }
        return place;
    }

    /** The covariance times each axis. */
    private static double[][] turned(Rows rows, double[] mean, double[][] axes) {
        double[][] turned = new double[axes.length][mean.length];
        double[] offsets = new double[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            offsets[axis] = product(mean, axes[axis]);
        }
        for (int r = 0; r < rows.size(); r++) {
            float[] row = rows.row(r);
            for (int axis = 0; axis < axes.length; axis++) {
                double along = -offsets[axis];
                for (int d = 0; d < row.length; d++) {
                    along += row[d] * axes[axis][d];
                }
                // The mean has no part in the sum: places along an axis sum to 0.
                add(turned[axis], row, along);
            }
        }
        return turned;
    }

    /** Makes axes of unit length and at right angles, the first as it was (Gram and Schmidt); one that vanishes is left at zero. */
    private static void straighten(double[][] axes) {
        for (int axis = 0; axis < axes.length; axis++) {
            double before = Math.sqrt(product(axes[axis], axes[axis]));
            for (int other = 0; other < axis; other++) {
                double shared = product(axes[axis], axes[other]);
                for (int d = 0; d < axes[axis].length; d++) {
                    axes[axis][d] -= shared * axes[other][d];
                }
            }
            double length = Math.sqrt(product(axes[axis], axes[axis]));
            double scale = length > 1e-9 * before ? 1 / length : 0;
            for (int d = 0; d < axes[axis].length; d++) {
                axes[axis][d] *= scale;
            }
        }
    }

    private static void face(double[] axis) {
        int most = 0;
        for (int d = 1; d < axis.length; d++) {
            if (Math.abs(axis[d]) > Math.abs(axis[most]) + 1e-9) {
                most = d;
            }
        }
        if (axis.length > 0 && axis[most] < 0) {
            for (int d = 0; d < axis.length; d++) {
                axis[d] = -axis[d];
            }
        }
    }

    private static void add(double[] sum, float[] row, double factor) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += factor * row[d];
        }
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
