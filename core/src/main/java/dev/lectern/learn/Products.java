package dev.lectern.learn;

/** The products of all rows with a few vectors, streamed: only some rows are in memory at a time. */
public final class Products {
    /** Rows that one thread takes at a time. */
    private static final int PIECE = 1024;
    /** Products made at a time, so that they stay in the nearest caches. */
    private static final int KEPT = 16384;

    private Products() {}

    /** Takes the products of one row; called by several threads at once, once for each row. */
    public interface Sink {
        /** {@code products[from + v]} is that with vector {@code v}; the array is used again afterwards. */
        void row(int row, float[] products, int from);
    }

    /** Gives each row's products with these vectors to {@code sink}. */
    public static void of(Rows rows, Rows vectors, int threads, Sink sink) {
        if (vectors.size() == 0 || rows.size() == 0) {
            return;
        }
        if (rows.dimensions() != vectors.dimensions()) {
            throw new IllegalArgumentException(rows.dimensions() + " dimensions beside " + vectors.dimensions());
        }
        Columns columns = new Columns(vectors);
        int wide = columns.padded();
        int block = Math.clamp(KEPT / wide, 4, 64);
        Parallel.pieces(threads, rows.size(), PIECE, (from, to) -> {
            float[] some = new float[block * rows.dimensions()];
            float[] out = new float[block * wide];
            for (int first = from; first < to; first += block) {
                int count = Math.min(block, to - first);
                rows.copy(first, count, some, 0);
                Arithmetic.FASTEST.products(some, 0, count, columns, out);
                for (int r = 0; r < count; r++) {
                    sink.row(first + r, out, r * wide);
                }
            }
        });
    }

    /** Fills {@code best} with the number of the vector that each row has the largest product with, the first of equals. */
    static void largest(Rows rows, Rows vectors, int threads, int[] best, float[] products) {
        int count = vectors.size();
        of(rows, vectors, threads, (row, out, from) -> {
            int most = from;
            for (int i = from + 1; i < from + count; i++) {
                if (out[i] > out[most]) {
                    most = i;
                }
            }
            best[row] = most - from;
            products[row] = out[most];
        });
    }
}
