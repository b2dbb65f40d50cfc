package dev.lectern.learn;

/** How mass is carried from rows to columns; all of it sums to 1. */
public final class Plan {
    private final Costs costs;
    /** Row by row. */
    private final float[] mass;

    Plan(Costs costs, float[] mass) {
        this.costs = costs;
        this.mass = mass;
    }

    public Costs costs() {
        return costs;
    }

    /** What goes from this row to this column. */
    public double mass(int row, int column) {
        return mass[row * costs.columns() + column];
    }

    /** What all of it costs: the distance between the two clouds. */
    public double cost() {
        double sum = 0;
        for (int i = 0; i < mass.length; i++) {
            sum += (double) mass[i] * costs.values()[i];
        }
        return sum;
    }

    /** What a unit of mass of this row costs on its way; the mean cost of the row where it has no mass. */
    public double costOfRow(int row) {
        double sum = 0;
        double all = 0;
        double plain = 0;
        for (int c = 0; c < costs.columns(); c++) {
            sum += mass(row, c) * costs.of(row, c);
            all += mass(row, c);
            plain += costs.of(row, c);
        }
        return all > 0 ? sum / all : plain / costs.columns();
    }

    /** The mass that leaves each row. */
    public double[] rowMass() {
        double[] sums = new double[costs.rows()];
        for (int r = 0; r < sums.length; r++) {
            for (int c = 0; c < costs.columns(); c++) {
                sums[r] += mass(r, c);
            }
        }
        return sums;
    }

    /** The mass that reaches each column. */
    public double[] columnMass() {
        double[] sums = new double[costs.columns()];
        for (int r = 0; r < costs.rows(); r++) {
            for (int c = 0; c < sums.length; c++) {
                sums[c] += mass(r, c);
            }
        }
        return sums;
    }
}
