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

    /** The rows as the head sees them: few are held in memory, many are made when they are read. */
    public Rows of(Rows rows) {
        Rows seen = new Seen(rows);
        return HeldRows.few(rows.size(), dimensions) ? HeldRows.of(seen) : seen;
    }

    private final class Seen implements Rows {
        private final Rows rows;

        Seen(Rows rows) {
            this.rows = rows;
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public int dimensions() {
            return dimensions;
        }

        @Override
        public void copy(int first, int count, float[] into, int at) {
            for (int i = 0; i < count; i++) {
                System.arraycopy(Head.this.of(rows.row(first + i)), 0, into, at + i * dimensions, dimensions);
            }
        }
    }
}
