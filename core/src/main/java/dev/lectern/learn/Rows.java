package dev.lectern.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Rows of floats, all of one length: the vectors of a corpus, in memory or in a file. Many threads may read at once. */
public interface Rows {
    /** How many rows there are. */
    int size();

    /** How many numbers a row has. */
    int dimensions();

    /** Copies {@code count} rows from row {@code first} on into {@code into}, one after the other, beginning at {@code at}. */
    void copy(int first, int count, float[] into, int at);

    /** A copy of one row. */
    default float[] row(int index) {
        float[] row = new float[dimensions()];
        copy(index, 1, row, 0);
        return row;
    }

    /** The product of a row with a vector; both of unit length, it is their cosine. */
    default float dot(int index, float[] vector) {
        return Arithmetic.FASTEST.dot(row(index), 0, vector, 0, dimensions());
    }

    /** A copy in memory of the rows with these numbers, in this order. */
    default Rows take(int[] indices) {
        float[] flat = new float[Math.multiplyExact(indices.length, dimensions())];
        for (int i = 0; i < indices.length; i++) {
            copy(indices[i], 1, flat, i * dimensions());
        }
        return new HeldRows(flat, dimensions());
    }

    /** The rows with these numbers, in this order, as they stand here: nothing is copied. */
    default Rows only(int[] indices) {
        return new ChosenRows(this, indices);
    }

    /** These vectors, copied; all must be of one length. */
    static Rows of(List<float[]> vectors) {
        int dimensions = vectors.isEmpty() ? 0 : vectors.getFirst().length;
        float[] flat = new float[Math.multiplyExact(vectors.size(), dimensions)];
        int at = 0;
        for (float[] vector : vectors) {
            if (vector.length != dimensions) {
                throw new IllegalArgumentException(
                        "a vector of " + vector.length + " numbers among rows of " + dimensions);
            }
            System.arraycopy(vector, 0, flat, at, dimensions);
            at += dimensions;
        }
        return new HeldRows(flat, dimensions);
    }

    /** The rows that lie one after the other in {@code flat}, which isn't copied. */
    static Rows of(float[] flat, int dimensions) {
        return new HeldRows(flat, dimensions);
    }

    /**
     * The rows of a file that {@link RowsWriter} wrote under this key, read where they are needed; few of them are held in memory. Empty if
     * there is no such file, or it was damaged or made under another key.
     */
    static Optional<Rows> mapped(Path file, String key) throws IOException {
        return FiledRows.open(file, key);
    }
}
