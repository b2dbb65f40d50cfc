package dev.lectern.learn;

/** Rows in memory, one after the other in one array. */
final class HeldRows implements Rows {
    /** Up to so many bytes may lie in memory where they needn't: some 40,000 rows. */
    private static final long FEW = 64L << 20;

    private final float[] flat;
    private final int dimensions;
    private final int size;

    HeldRows(float[] flat, int dimensions) {
        if (dimensions < 0 || (dimensions == 0 ? flat.length > 0 : flat.length % dimensions > 0)) {
            throw new IllegalArgumentException(flat.length + " numbers are no whole rows of " + dimensions);
        }
        this.flat = flat;
        this.dimensions = dimensions;
        size = dimensions == 0 ? 0 : flat.length / dimensions;
    }

    /** Whether rows that could be read elsewhere had better be held. */
    static boolean few(int size, int dimensions) {
        return (long) size * dimensions * Float.BYTES <= FEW;
    }

    /** A copy. */
    static HeldRows of(Rows rows) {
        float[] flat = new float[Math.multiplyExact(rows.size(), rows.dimensions())];
        rows.copy(0, rows.size(), flat, 0);
        return new HeldRows(flat, rows.dimensions());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public void copy(int first, int count, float[] into, int at) {
        System.arraycopy(flat, first * dimensions, into, at, count * dimensions);
    }

    @Override
    public float dot(int index, float[] vector) {
        return Arithmetic.FASTEST.dot(flat, index * dimensions, vector, 0, dimensions);
    }
}
