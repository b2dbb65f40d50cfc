package dev.lectern.learn;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/**
 * One search for the cheapest plan. Columns have prices such that mass only flows where cost less price is a row's least; so the next
 * cheapest way can be found by Dijkstra's rule.
 */
final class Ways {
    /** Mass below this counts as none: what rounding leaves of shares of 1. */
    private static final double NONE = 1e-12;
    /** Bids of each row on average, at the most: what is left then is sooner found by ways. */
    private static final int TURNS = 4;

    private final float[] costs;
    private final Costs given;
    private final double[] supply;
    private final double[] demand;
    private final double[] price;
    /** Column by column, because a column is asked for its rows. */
    private final double[] flow;

    /** The rows that each column has mass from. */
    private final BitSet[] holders;

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
        holders = new BitSet[demand.length];
        Arrays.setAll(holders, column -> new BitSet(supply.length));
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
        bid();
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

    /**
     * Brings prices and most of the mass near their end (Jonker and Volgenant's row reduction): a row takes its cheapest column, pays as
     * much more as still leaves it the cheapest, and turns out whoever was there.
     */
    private void bid() {
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        for (int row = 0; row < supply.length; row++) {
            waiting.add(row);
        }
        for (int turn = 0; turn < TURNS * supply.length && !waiting.isEmpty(); turn++) {
            int row = waiting.remove();
            if (supply[row] <= NONE) {
                continue;
            }
            int from = row * columns.length;
            int best = 0;
            double least = Double.MAX_VALUE;
            double second = Double.MAX_VALUE;
            for (int c = 0; c < columns.length; c++) {
                double cost = costs[from + c] - price[c];
                if (cost < least) {
                    second = least;
                    least = cost;
                    best = c;
                } else if (cost < second) {
                    second = cost;
                }
            }
            if (second > least && second < Double.MAX_VALUE) {
                price[best] -= second - least;
                turnOut(best, waiting);
            }
            double taken = Math.min(supply[row], demand[best]);
            if (taken > NONE) {
                change(row, best, taken);
                supply[row] -= taken;
                demand[best] -= taken;
                waiting.add(row);
            }
        }
    }

    private void turnOut(int column, ArrayDeque<Integer> waiting) {
        for (int r = holders[column].nextSetBit(0); r >= 0; r = holders[column].nextSetBit(r + 1)) {
            double mass = flow[column * supply.length + r];
            supply[r] += mass;
            demand[column] += mass;
            change(r, column, -mass);
            waiting.add(r);
        }
    }

    /** Sends what one cheapest way can take; false if no column takes any more. */
    private boolean send(int row) {
        Arrays.fill(length, Double.MAX_VALUE);
        Arrays.fill(seen, false);
        seen[row] = true;
        int nearest = reach(row, 0, 0);
        for (int settled = 0; settled < columns.length; ) {
            int column = columns[nearest];
            if (demand[column] > NONE) {
                for (int i = 0; i < settled; i++) {
                    price[columns[i]] += length[columns[i]] - length[column];
                }
                carry(row, column);
                return true;
            }
            columns[nearest] = columns[settled];
            columns[settled++] = column;
            nearest = through(column, settled);
        }
        return false;
    }

    /** Goes on through the rows that this column has its mass from; gives where the nearest column stands that isn't settled. */
    private int through(int column, int settled) {
        int nearest = -1;
        for (int r = holders[column].nextSetBit(0); r >= 0; r = holders[column].nextSetBit(r + 1)) {
            if (!seen[r]) {
                seen[r] = true;
                columnBefore[r] = column;
                double far = length[column] - (costs[r * columns.length + column] - price[column]);
                nearest = reach(r, far, settled);
            }
        }
        return nearest < 0 ? nearest(settled) : nearest;
    }

    /**
     * Shortens the ways to all columns that aren't settled by going through this row, to which it is so far; gives where the nearest of
     * them stands.
     */
    private int reach(int row, double far, int settled) {
        int from = row * columns.length;
        int nearest = settled;
        double least = Double.MAX_VALUE;
        for (int i = settled; i < columns.length; i++) {
            int column = columns[i];
            double through = far + (costs[from + column] - price[column]);
            if (through < length[column]) {
                length[column] = through;
                rowBefore[column] = row;
            }
            if (length[column] < least) {
                least = length[column];
                nearest = i;
            }
        }
        return nearest;
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
            change(r, c, most);
            c = columnBefore[r];
            change(r, c, -most);
        }
        change(row, c, most);
        supply[row] -= most;
        demand[column] -= most;
    }

    private void change(int row, int column, double mass) {
        int at = column * supply.length + row;
        flow[at] += mass;
        holders[column].set(row, flow[at] > NONE);
    }
}
