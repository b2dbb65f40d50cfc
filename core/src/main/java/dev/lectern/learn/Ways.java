package dev.lectern.learn;

import java.util.Arrays;

/**
 * One search for the cheapest plan. Columns have prices such that mass only flows where cost less price is a row's least; so the next
 * cheapest way can be found by Dijkstra's rule.
 */
final class Ways {
    /** Mass below this counts as none: what rounding leaves of shares of 1. */
    private static final double NONE = 1e-12;

    private final float[] costs;
    private final Costs given;
    private final double[] supply;
    private final double[] demand;
    private final double[] price;
    /** Column by column, because a column is asked for its rows. */
    private final double[] flow;

    private final double[] length;
    private final int[] rowBefore;
    private final int[] columnBefore;
    /** Columns by how they stand: first those that are settled, in order of their length, then the others. */
    private final int[] columns;

    private final boolean[] seen;

    Ways(Costs costs, double[] supply, double[] demand) {
        given = costs;
        this.costs = costs.values();
        this.supply = supply;
        this.demand = demand;
        price = new double[demand.length];
        flow = new double[supply.length * demand.length];
        length = new double[demand.length];
        rowBefore = new int[demand.length];
        columnBefore = new int[supply.length];
        columns = new int[demand.length];
        seen = new boolean[supply.length];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = c;
        }
    }

    Plan all() {
        for (int row = 0; row < supply.length; row++) {
            boolean more = true;
            while (more && supply[row] > NONE) {
                more = send(row);
            }
        }
        float[] mass = new float[flow.length];
        for (int r = 0, at = 0; r < supply.length; r++) {
            for (int c = 0; c < demand.length; c++, at++) {
                mass[at] = (float) flow[c * supply.length + r];
            }
        }
        return new Plan(given, mass);
    }

    /** Sends what one cheapest way can take; false if no column takes any more. */
    private boolean send(int row) {
        Arrays.fill(length, Double.MAX_VALUE);
        Arrays.fill(seen, false);
        seen[row] = true;
        reach(row, 0, 0);
        for (int settled = 0; settled < columns.length; settled++) {
            int nearest = nearest(settled);
            int column = columns[nearest];
            if (demand[column] > NONE) {
                for (int i = 0; i < settled; i++) {
                    price[columns[i]] += length[columns[i]] - length[column];
                }
                carry(row, column);
                return true;
            }
            columns[nearest] = columns[settled];
            columns[settled] = column;
            for (int r = 0, at = column * supply.length; r < supply.length; r++, at++) {
                if (flow[at] <= NONE || seen[r]) {
                    continue;
                }
                seen[r] = true;
                columnBefore[r] = column;
                reach(r, length[column] - (costs[r * columns.length + column] - price[column]), settled + 1);
            }
        }
        return false;
    }

    /** Shortens the ways to all columns that aren't settled by going through this row, to which it is so far. */
    private void reach(int row, double far, int settled) {
        int from = row * columns.length;
        for (int i = settled; i < columns.length; i++) {
            int column = columns[i];
            double through = far + (costs[from + column] - price[column]);
            if (through < length[column]) {
                length[column] = through;
                rowBefore[column] = row;
            }
        }
    }

    private int nearest(int settled) {
        int nearest = settled;
        for (int i = settled + 1; i < columns.length; i++) {
            if (length[columns[i]] < length[columns[nearest]]) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** Moves as much mass as each step of the way from this row to this column allows. */
    private void carry(int row, int column) {
        double most = Math.min(supply[row], demand[column]);
        for (int c = column, r = rowBefore[c]; r != row; c = columnBefore[r], r = rowBefore[c]) {
            most = Math.min(most, flow[columnBefore[r] * supply.length + r]);
        }
        int c = column;
        for (int r = rowBefore[c]; r != row; r = rowBefore[c]) {
            flow[c * supply.length + r] += most;
            c = columnBefore[r];
            flow[c * supply.length + r] -= most;
        }
        flow[c * supply.length + row] += most;
        supply[row] -= most;
        demand[column] -= most;
    }
}
