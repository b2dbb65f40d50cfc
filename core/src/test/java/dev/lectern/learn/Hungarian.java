package dev.lectern.learn;

import java.util.Arrays;

/** The exact assignment of as many columns to rows, in the textbook's way (Kuhn and Munkres): what transport is checked against. */
final class Hungarian {
    private Hungarian() {}

    /** The mean cost of a pair. */
    static double cost(Costs costs) {
        int n = costs.rows();
        double[] u = new double[n + 1];
        double[] v = new double[n + 1];
        int[] rowOf = new int[n + 1];
        int[] way = new int[n + 1];
        for (int row = 1; row <= n; row++) {
            rowOf[0] = row;
            int column = 0;
            double[] least = new double[n + 1];
            Arrays.fill(least, Double.MAX_VALUE);
            boolean[] used = new boolean[n + 1];
            while (rowOf[column] != 0) {
                used[column] = true;
                int next = 0;
                double step = Double.MAX_VALUE;
                for (int c = 1; c <= n; c++) {
                    if (used[c]) {
                        continue;
                    }
                    double slack = costs.of(rowOf[column] - 1, c - 1) - u[rowOf[column]] - v[c];
                    if (slack < least[c]) {
                        least[c] = slack;
                        way[c] = column;
                    }
                    if (least[c] < step) {
                        step = least[c];
                        next = c;
                    }
                }
                for (int c = 0; c <= n; c++) {
                    if (used[c]) {
                        u[rowOf[c]] += step;
                        v[c] -= step;
                    } else {
                        least[c] -= step;
                    }
                }
                column = next;
            }
            while (column != 0) {
                rowOf[column] = rowOf[way[column]];
                column = way[column];
            }
        }
        double sum = 0;
        for (int c = 1; c <= n; c++) {
            sum += costs.of(rowOf[c] - 1, c - 1);
        }
        return sum / n;
    }
}
