package dev.lectern.learn;

import java.util.Arrays;

/**
 * Sinkhorn's scaling of rows and columns in floats, with potentials set apart so that no blur is too small (Schmitzer 2019): the plan
 * is {@code u · exp((f + g - cost) / blur) · v}, and what {@code u} and {@code v} have grown to is moved into {@code f} and {@code g}
 * from time to time.
 */
final class Scaling {
    /** Scalings beyond e^±30 are moved into the potentials, long before a float ends. */
    private static final float LARGE = 1e13f;

    private final Costs costs;
    private final double[] a;
    private final double[] b;
    private final double[] f;
    private final double[] g;
    private final float[] u;
    private final float[] v;
    private final float[] kernel;
    private final float[] reached;
    private double blur;

    Scaling(Costs costs, double[] from, double[] to) {
        this.costs = costs;
        a = from;
        b = to;
        f = new double[a.length];
        g = new double[b.length];
        u = new float[a.length];
        v = new float[b.length];
        kernel = new float[costs.values().length];
        reached = new float[b.length];
    }

    /** Goes on with another blur, in units of cost. */
    void blur(double next) {
        if (blur > 0) {
            absorb();
        }
        blur = next;
        weigh();
    }

    /** Scales the rows, then the columns; gives the mass by which the rows were off before. */
    double round() {
        int columns = b.length;
        double missed = 0;
        float most = 0;
        float least = Float.MAX_VALUE;
        Arrays.fill(reached, 0);
        for (int r = 0; r < a.length; r++) {
            if (a[r] == 0) {
                continue;
            }
            float sum = Arithmetic.FASTEST.dot(kernel, r * columns, v, 0, columns);
            missed += Math.abs(u[r] * sum - a[r]);
            u[r] = (float) (a[r] / sum);
            most = Math.max(most, u[r]);
            least = Math.min(least, u[r]);
            Arithmetic.FASTEST.add(u[r], kernel, r * columns, reached, columns);
        }
        for (int c = 0; c < columns; c++) {
            if (b[c] == 0) {
                continue;
            }
            v[c] = (float) (b[c] / reached[c]);
            most = Math.max(most, v[c]);
            least = Math.min(least, v[c]);
        }
        if (most > LARGE || least < 1 / LARGE) {
            absorb();
            weigh();
        }
        return missed;
    }

    private void absorb() {
        for (int r = 0; r < u.length; r++) {
            if (a[r] > 0) {
                f[r] += blur * Math.log(u[r]);
            }
        }
        for (int c = 0; c < v.length; c++) {
            if (b[c] > 0) {
                g[c] += blur * Math.log(v[c]);
            }
        }
    }

    private void weigh() {
        for (int r = 0; r < u.length; r++) {
            u[r] = a[r] > 0 ? 1 : 0;
        }
        for (int c = 0; c < v.length; c++) {
            v[c] = b[c] > 0 ? 1 : 0;
        }
        float[] columns = floats(g);
        for (int r = 0; r < a.length; r++) {
            Arithmetic.FASTEST.weigh((float) f[r], columns, costs.values(), r * b.length, (float) (1 / blur), kernel);
        }
    }

    /** What the columns' potentials have come to. */
    double[] columnPotentials() {
        absorb();
        weigh();
        return g.clone();
    }

    /** The plan as it stands, with what is still missing carried evenly. */
    Plan plan() {
        int columns = b.length;
        float[] mass = new float[kernel.length];
        for (int r = 0, at = 0; r < a.length; r++) {
            for (int c = 0; c < columns; c++, at++) {
                mass[at] = u[r] * kernel[at] * v[c];
            }
        }
        return new Plan(costs, Masses.mended(mass, a, b));
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
