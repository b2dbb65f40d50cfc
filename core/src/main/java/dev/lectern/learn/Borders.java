package dev.lectern.learn;

import java.util.Arrays;

/**
 * Clusters that were found inside of large ones, mended at the borders of these: rows go to the nearest centre in any of the large clusters
 * that are near them, and centres follow, a few times. Reads the rows from front to back, some at a time.
 */
final class Borders {
    /** Large clusters that a row may be in; the centre nearest to it is hardly ever farther away. */
    private static final int NEAR = 4;

    private static final int ROUNDS = 3;
    /** Rows that one thread takes at a time: enough of each large cluster to multiply together. */
    private static final int PIECE = 4096;

    private static final int BLOCK = 64;

    private final Rows rows;
    private final int threads;
    /** For each row the large clusters near it, the nearest first. */
    private final int[] near;

    private final int nearEach;
    private final int large;

    Borders(Rows rows, Rows tops, int threads) {
        this.rows = rows;
        this.threads = threads;
        large = tops.size();
        nearEach = Math.min(NEAR, large);
        near = new int[Math.multiplyExact(rows.size(), nearEach)];
        Products.of(rows, tops, threads, (row, products, from) -> {
            for (int i = 0; i < nearEach; i++) {
                int most = from;
                for (int top = from + 1; top < from + large; top++) {
                    if (products[top] > products[most]) {
                        most = top;
                    }
                }
                near[row * nearEach + i] = most - from;
                products[most] = Float.NEGATIVE_INFINITY;
            }
        });
    }

    /** The large cluster that each row is nearest to. */
    int[] nearest() {
        int[] of = new int[rows.size()];
        Arrays.setAll(of, row -> near[row * nearEach]);
        return of;
    }

    /**
     * @param centres of all clusters
     * @param starts those inside of large cluster {@code t} are from {@code starts[t]} up to {@code starts[t + 1]}
     */
    Clusters mended(Rows centres, int[] starts) {
        Rows now = centres;
        int[] of = placed(now, starts);
        for (int round = 0; round < ROUNDS; round++) {
            now = moved(now, of);
            of = placed(now, starts);
        }
        return KMeans.withoutEmpty(of, now);
    }

    private int[] placed(Rows centres, int[] starts) {
        Columns[] inside = new Columns[large];
        int widest = 0;
        for (int top = 0; top < large; top++) {
            int[] own = new int[starts[top + 1] - starts[top]];
            int first = starts[top];
            Arrays.setAll(own, i -> first + i);
            inside[top] = new Columns(centres.take(own));
            widest = Math.max(widest, inside[top].padded());
        }
        int wide = widest;
        int[] of = new int[rows.size()];
        Parallel.pieces(threads, rows.size(), PIECE, (from, to) -> new Piece(from, to, wide).place(inside, starts, of));
        return of;
    }

    /** Some rows that follow each other, and the best that was found for each so far. */
    private final class Piece {
        private final int from;
        private final int count;
        private final float[] all;
        private final float[] best;
        private final float[] some = new float[BLOCK * rows.dimensions()];
        private final int[] which = new int[BLOCK];
        private final float[] out;

        Piece(int from, int to, int wide) {
            this.from = from;
            count = to - from;
            all = new float[count * rows.dimensions()];
            best = new float[count];
            out = new float[BLOCK * wide];
            rows.copy(from, count, all, 0);
            Arrays.fill(best, Float.NEGATIVE_INFINITY);
        }

        void place(Columns[] inside, int[] starts, int[] of) {
            for (int top = 0; top < large; top++) {
                int gathered = 0;
                for (int row = 0; row < count; row++) {
                    if (isNear(from + row, top)) {
                        which[gathered] = row;
                        System.arraycopy(
                                all, row * rows.dimensions(), some, gathered++ * rows.dimensions(), rows.dimensions());
                    }
                    if (gathered == BLOCK || (row == count - 1 && gathered > 0)) {
                        take(inside[top], starts[top], gathered, of);
                        gathered = 0;
                    }
                }
            }
        }

        private void take(Columns columns, int first, int gathered, int[] of) {
            Arithmetic.FASTEST.products(some, 0, gathered, columns, out);
            for (int i = 0; i < gathered; i++) {
                for (int c = 0, at = i * columns.padded(); c < columns.count(); c++, at++) {
                    if (out[at] > best[which[i]]) {
                        best[which[i]] = out[at];
                        of[from + which[i]] = first + c;
                    }
                }
            }
        }
    }

    private boolean isNear(int row, int top) {
        for (int i = row * nearEach; i < (row + 1) * nearEach; i++) {
            if (near[i] == top) {
                return true;
            }
        }
        return false;
    }

    /** The directions of the sums of their rows; one without rows stays where it was. */
    private Rows moved(Rows centres, int[] of) {
        int dimensions = rows.dimensions();
        double[][] sums = new double[centres.size()][dimensions];
        boolean[] used = new boolean[centres.size()];
        float[] row = new float[dimensions];
        for (int r = 0; r < of.length; r++) {
            rows.copy(r, 1, row, 0);
            double[] sum = sums[of[r]];
            used[of[r]] = true;
            for (int d = 0; d < dimensions; d++) {
                sum[d] += row[d];
            }
        }
        float[] flat = new float[centres.size() * dimensions];
        for (int c = 0; c < sums.length; c++) {
            if (used[c]) {
                Vectors.unitOf(sums[c], flat, c * dimensions);
            } else {
                centres.copy(c, 1, flat, c * dimensions);
            }
        }
        return Rows.of(flat, dimensions);
    }
}
