package dev.lectern.learn;

import java.util.Arrays;

/**
 * Inexact proximal point transport (Xie et al. 2018), as EQUAL computes its reward: it comes near the exact plan for any {@code beta},
 * because each outer step begins from the plan before.
 *
 * @param beta the step, in units of cost; small ones come near sooner
 * @param outer the most outer steps
 * @param inner scalings in an outer step
 * @param change the end: relative change of the cost in an outer step; 0 for all steps
 * @param tiny what is added to divisors; more than 0 loses mass where the step is small beside the costs
 */
public record Ipot(double beta, int outer, int inner, double change, double tiny) implements Solver {
    /** The constants of EQUAL's authors: beta 1, 500 outer and 10 inner steps, 1e-8 in divisors, no sooner end. */
    public static final Ipot PAPER = new Ipot(1, 500, 10, 0, 1e-8);

    /** With the authors' 1e-8 in divisors. */
    public Ipot(double beta, int outer, int inner, double change) {
        this(beta, outer, inner, change, 1e-8);
    }

    @Override
    public Plan solve(Costs costs, double[] from, double[] to) {
        double[] a = Masses.shares(from, costs.rows());
        double[] b = Masses.shares(to, costs.columns());
        int columns = b.length;
        double[] kernel = new double[costs.values().length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = Math.exp(-costs.values()[i] / beta);
        }
        double[] plan = new double[kernel.length];
        Arrays.fill(plan, 1.0 / plan.length);
        double[] q = new double[kernel.length];
        double[] u = new double[a.length];
        double[] v = new double[columns];
        Arrays.fill(v, 1.0 / columns);
        double before = Double.MAX_VALUE;
        for (int step = 0; step < outer; step++) {
            for (int i = 0; i < q.length; i++) {
                q[i] = kernel[i] * plan[i];
            }
            for (int i = 0; i < inner; i++) {
                scale(q, a, b, u, v);
            }
            double cost = 0;
            for (int r = 0, at = 0; r < a.length; r++) {
                for (int c = 0; c < columns; c++, at++) {
                    plan[at] = u[r] * q[at] * v[c];
                    cost += plan[at] * costs.values()[at];
                }
            }
            if (Math.abs(before - cost) < change * cost) {
                break;
            }
            before = cost;
        }
        float[] mass = new float[plan.length];
        for (int i = 0; i < mass.length; i++) {
            mass[i] = (float) plan[i];
        }
        return new Plan(costs, Masses.mended(mass, a, b));
    }

    private void scale(double[] q, double[] a, double[] b, double[] u, double[] v) {
        int columns = b.length;
        double[] reached = new double[columns];
        for (int r = 0; r < a.length; r++) {
            double sum = 0;
            for (int c = 0; c < columns; c++) {
                sum += q[r * columns + c] * v[c];
            }
            u[r] = a[r] / (sum + tiny);
            for (int c = 0; c < columns; c++) {
                reached[c] += q[r * columns + c] * u[r];
            }
        }
        for (int c = 0; c < columns; c++) {
            v[c] = b[c] / (reached[c] + tiny);
        }
    }
}
