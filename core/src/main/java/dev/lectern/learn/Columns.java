package dev.lectern.learn;

/**
 * Vectors laid out as columns for the products with many rows: in panels of {@link #PANEL}, in a panel dimension by dimension, the last
 * panel filled up with zeros. What one step of the inner loop reads lies side by side.
 */
final class Columns {
    /** A multiple of twice the widest register. */
    static final int PANEL = 64;

    private final float[] numbers;
    private final int count;
    private final int dimensions;

    Columns(Rows vectors) {
        count = vectors.size();
        dimensions = vectors.dimensions();
        numbers = new float[Math.multiplyExact(padded(), dimensions)];
        for (int c = 0; c < count; c++) {
            float[] vector = vectors.row(c);
            int at = c / PANEL * PANEL * dimensions + c % PANEL;
            for (int d = 0; d < dimensions; d++) {
                numbers[at + d * PANEL] = vector[d];
            }
        }
    }

    int count() {
        return count;
    }

    /** The count with the last panel full: the length of a row of products. */
    int padded() {
        return (count + PANEL - 1) / PANEL * PANEL;
    }

    int dimensions() {
        return dimensions;
    }

    float[] numbers() {
        return numbers;
    }
}
