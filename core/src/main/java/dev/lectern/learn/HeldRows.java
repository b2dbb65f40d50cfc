package dev.lectern.learn;

/** Rows in memory, one after the other in one array. */
final class HeldRows implements Rows {
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
