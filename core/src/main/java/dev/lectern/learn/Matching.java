package dev.lectern.learn;

/** For each row the centre it has the largest product with, the first of equals. */
final class Matching {
    /** Rows that one thread takes at a time. */
    private static final int PIECE = 1024;
    /** Products kept at a time, so that they stay in the nearest cache. */
    private static final int PRODUCTS = 8192;

    private Matching() {}

    /** Fills {@code best} with the numbers of the centres and {@code products} with the products. */
    static void run(Rows rows, Rows centres, int threads, int[] best, float[] products) {
        float[] turned = turned(centres);
        int dimensions = rows.dimensions();
        int columns = centres.size();
        Parallel.pieces(threads, rows.size(), PIECE, (from, to) -> {
            int block = Math.clamp(PRODUCTS / columns, 1, 64);
            float[] some = new float[block * dimensions];
            float[] out = new float[block * columns];
            for (int first = from; first < to; first += block) {
                int count = Math.min(block, to - first);
                rows.copy(first, count, some, 0);
                Arithmetic.FASTEST.products(some, 0, count, turned, columns, dimensions, out);
                for (int r = 0; r < count; r++) {
                    int c = largest(out, r * columns, columns);
                    best[first + r] = c;
                    products[first + r] = out[r * columns + c];
                }
            }
        });
    }

    private static int largest(float[] numbers, int from, int count) {
        int best = 0;
        float most = numbers[from];
        for (int i = 1; i < count; i++) {
            if (numbers[from + i] > most) {
                most = numbers[from + i];
                best = i;
            }
        }
        return best;
    }

    /** The numbers of these rows dimension by dimension. */
    static float[] turned(Rows rows) {
        int columns = rows.size();
        int dimensions = rows.dimensions();
        float[] turned = new float[Math.multiplyExact(columns, dimensions)];
        for (int c = 0; c < columns; c++) {
            float[] row = rows.row(c);
            for (int d = 0; d < dimensions; d++) turned[d * columns + c] = row[d];
        }
        return turned;
    }
}
