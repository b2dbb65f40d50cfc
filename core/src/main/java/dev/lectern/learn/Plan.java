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
}
