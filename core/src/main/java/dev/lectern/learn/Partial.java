package dev.lectern.learn;

import java.util.Arrays;

/**
 * Carries only what is worth its way: mass that would cost more than {@code limit} stays behind, and so does what columns have no room for
 * (partial transport; Figalli 2010, as the exact plan with one more column for what stays). No other plan within the limit is cheaper.
 *
 * @param limit what leaving a unit of mass behind costs
 */
public record Partial(double limit) {
    public Partial {
        if (!(limit >= 0)) {
            throw new IllegalArgumentException("limit must be 0 or more, not " + limit);
        }
    }

    /**
     * The share of each row's mass that arrives at a column.
     *
     * @param from mass of each row, above 0
     * @param room the most mass that each column takes, in the same unit
     */
    public double[] carried(Costs costs, double[] from, double[] room) {
        int rows = costs.rows();
        int columns = costs.columns();
        // The last column takes what stays behind, and the last row fills what room is left: both sides then have the
        // same mass.
        float[] values = new float[(rows + 1) * (columns + 1)];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(costs.values(), row * columns, values, row * (columns + 1), columns);
            values[row * (columns + 1) + columns] = (float) limit;
        }
        double[] supply = Arrays.copyOf(from, rows + 1);
        double[] demand = Arrays.copyOf(room, columns + 1);
        supply[rows] = Arrays.stream(room).sum();
        demand[columns] = Arrays.stream(from).sum();
        double all = supply[rows] + demand[columns];
        Plan plan = new Exact().solve(new Costs(rows + 1, columns + 1, values), supply, demand);
        double[] carried = new double[rows];
        for (int row = 0; row < rows; row++) {
            carried[row] = Math.clamp(1 - plan.mass(row, columns) * all / from[row], 0, 1);
        }
        return carried;
    }
}
