package dev.lectern.learn;

/**
 * The inner loops of this package. All implementations give the same bits: the order of every sum is part of the contract, and every
 * step is a fused multiply-add.
 */
interface Arithmetic {
    /** How many partial sums {@link #dot} keeps: number {@code i} belongs to sum {@code i % LANES}. */
    int LANES = 32;

    /** The fastest one that this Java can run. */
    Arithmetic FASTEST = Choice.fastest();

    /**
     * The product of two vectors: {@value #LANES} partial sums in order, then folded in halves (sum {@code l} takes sum
     * {@code l + 16}, {@code l + 8}, … {@code l + 1}); what is left over beyond the last full {@value #LANES} is added one by one.
     */
    float dot(float[] a, int aFrom, float[] b, int bFrom, int length);

    /**
     * The products of each row with each column: {@code out[r * columns + c]} is the sum over {@code d}, in order, of
     * {@code rows[r * dimensions + d] * turned[d * columns + c]}.
     *
     * @param turned the columns' numbers, dimension by dimension
     */
    void products(float[] rows, int rowsFrom, int rowCount, float[] turned, int columns, int dimensions, float[] out);
}
