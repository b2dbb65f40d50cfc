package dev.lectern.learn;

/**
 * A map on frozen vectors that brings documents and the pairs made of them together: {@code x + V·U·x}, brought to unit length again,
 * with {@code rank} directions. Begins as no change. Both sides go through the same map.
 */
public final class Head {
    private final int dimensions;
    /** {@code U} and {@code V}, one direction after the other. */
    private final float[] in;

    private final float[] out;

    Head(int dimensions, float[] in, float[] out) {
        this.dimensions = dimensions;
        this.in = in;
        this.out = out;
    }

    /** The vector as the head sees it. */
    public float[] of(float[] vector) {
        float[] seen = vector.clone();
        for (int at = 0; at < in.length; at += dimensions) {
            float along = Arithmetic.FASTEST.dot(in, at, vector, 0, dimensions);
            Arithmetic.FASTEST.add(along, out, at, seen, dimensions);
        }
        Vectors.toUnit(seen, 0, dimensions);
        return seen;
    }

    public Rows of(Rows rows) {
        float[] flat = new float[Math.multiplyExact(rows.size(), dimensions)];
        for (int r = 0; r < rows.size(); r++) {
            System.arraycopy(of(rows.row(r)), 0, flat, r * dimensions, dimensions);
        }
        return Rows.of(flat, dimensions);
    }
}
