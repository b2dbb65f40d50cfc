package dev.lectern.learn;

/**
 * The inner loops of this package. All implementations give the same bits: the order of every sum is part of the contract, and every
 * product is added by a fused multiply-add.
 */
interface Arithmetic {
    /** How many partial sums {@link #dot} keeps: number {@code i} belongs to sum {@code i % LANES}. */
    int LANES = 32;

    /** The fastest one that this Java can run. */
    Arithmetic FASTEST = Choice.fastest();

    /**
     * The product of two vectors: {@value #LANES} partial sums in order, then folded in halves (sum {@code l} takes sum
     * {@code l + 16}, then {@code l + 8}, and so on); what is left beyond the last full {@value #LANES} is added one by one.
     */
    float dot(float[] a, int aFrom, float[] b, int bFrom, int length);

    /**
     * The products of each of {@code rowCount} rows with each column, summed over the dimensions in order, to
     * {@code out[row * columns.padded() + column]}.
     */
    void products(float[] rows, int rowsFrom, int rowCount, Columns columns, float[] out);

    /** Adds {@code factor * numbers[from + i]} to {@code sums[i]}. */
    void add(float factor, float[] numbers, int from, float[] sums, int length);

    /**
     * The exponential, as {@link Exp#of} takes it, of {@code (columns[i] + row - costs[from + i]) * sharpness}, to
     * {@code out[from + i]}.
     */
    void weigh(float row, float[] columns, float[] costs, int from, float sharpness, float[] out);
}
