package dev.lectern.learn;

/**
 * Entropic transport (Cuturi 2013), in the log domain so that no {@code epsilon} is too small: potentials of rows and columns in turn,
 * with {@code epsilon} halved from the largest cost down to its last value, which is what makes small ones quick.
 *
 * @param epsilon how much the plan is blurred, in units of cost; the cost of the plan is above the exact one by about this much at most
 * @param tolerance the end: mass that is not yet where it belongs, as a share of all
 * @param rounds the most rounds at the last epsilon
 */
public record Sinkhorn(double epsilon, double tolerance, int rounds) implements Solver {
    public Sinkhorn {
        if (!(epsilon > 0)) throw new IllegalArgumentException("epsilon must be above 0, not " + epsilon);
    }

    public static Sinkhorn of(double epsilon) {
        return new Sinkhorn(epsilon, 1e-3, 1000);
    }

    @Override
    public Plan solve(Costs costs, double[] from, double[] to) {
        double[] a = Masses.shares(from, costs.rows());
        double[] b = Masses.shares(to, costs.columns());
        double[] f = new double[a.length];
        double[] g = new double[b.length];
        double most = 0;
        for (float cost : costs.values()) most = Math.max(most, cost);
        for (double blur = most; blur > epsilon; blur /= 2) for (int i = 0; i < 4; i++) round(costs, a, b, f, g, blur);
        double missed = 1;
        for (int i = 0; i < rounds && missed > tolerance; i++) missed = round(costs, a, b, f, g, epsilon);
        float[] mass = new float[costs.values().length];
        for (int r = 0, at = 0; r < a.length; r++) {
            for (int c = 0; c < b.length; c++, at++) {
                mass[at] = (float) Math.exp((f[r] + g[c] - costs.values()[at]) / epsilon);
            }
        }
        return new Plan(costs, mass);
    }

    /** One step for the columns, then one for the rows; gives the mass that the columns were off by before it. */
    private static double round(Costs costs, double[] a, double[] b, double[] f, double[] g, double blur) {
        double missed = 0;
        int columns = b.length;
        for (int c = 0; c < columns; c++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int r = 0; r < a.length; r++) most = Math.max(most, f[r] - costs.of(r, c));
            double sum = 0;
            for (int r = 0; r < a.length; r++) sum += Math.exp((f[r] - costs.of(r, c) - most) / blur);
            double next = blur * (Math.log(b[c]) - Math.log(sum)) - most;
            missed += b[c] == 0 ? 0 : Math.abs(Math.exp((g[c] - next) / blur) - 1) * b[c];
            g[c] = next;
        }
        for (int r = 0; r < a.length; r++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < columns; c++) most = Math.max(most, g[c] - costs.of(r, c));
            double sum = 0;
            for (int c = 0; c < columns; c++) sum += Math.exp((g[c] - costs.of(r, c) - most) / blur);
            f[r] = blur * (Math.log(a[r]) - Math.log(sum)) - most;
        }
        return missed;
    }
}
