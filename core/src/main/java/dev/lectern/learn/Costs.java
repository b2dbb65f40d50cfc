package dev.lectern.learn;

/** What it costs to carry a unit of mass from each row to each column. */
public final class Costs {
    private final int rows;
    private final int columns;
    /** Row by row. */
    private final float[] values;

    /** @param values row by row; not copied, must not be changed afterwards */
    public Costs(int rows, int columns, float[] values) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("costs between " + rows + " and " + columns);
        }
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(values.length + " costs, not " + rows + " x " + columns);
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** Distances between unit vectors, 0 to 2: EQUAL's own cost. */
    public static Costs euclidean(Rows from, Rows to) {
        Costs costs = cosine(from, to);
        for (int i = 0; i < costs.values.length; i++) {
            costs.values[i] = (float) Math.sqrt(2 * costs.values[i]);
        }
        return costs;
    }

    /** 1 - cosine of unit vectors, 0 to 2: half the squared distance. */
    public static Costs cosine(Rows from, Rows to) {
        if (from.dimensions() != to.dimensions()) {
            throw new IllegalArgumentException(from.dimensions() + " dimensions beside " + to.dimensions());
        }
        float[] values = new float[Math.multiplyExact(from.size(), to.size())];
        Products.of(
                from, to, 1, (row, products, at) -> System.arraycopy(products, at, values, row * to.size(), to.size()));
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, 1 - values[i]);
        }
        return new Costs(from.size(), to.size(), values);
    }

    /** How far the largest cost is above the smallest. */
    double spread() {
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (float cost : values) {
            least = Math.min(least, cost);
            most = Math.max(most, cost);
        }
        return most - least;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    float[] values() {
        return values;
    }

    public float of(int row, int column) {
        return values[row * columns + column];
    }
}
