package dev.lectern.learn;

import java.util.Arrays;

/** Plain Java, for any machine. */
final class ScalarArithmetic implements Arithmetic {
    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        float[] lanes = new float[LANES];
        int full = length - length % LANES;
        // Eight sums at a time, so that they stay in registers and none waits for another.
        for (int lane = 0; lane < LANES; lane += 8) eight(a, aFrom + lane, b, bFrom + lane, full, lanes, lane);
        for (int half = LANES / 2; half > 0; half /= 2) for (int l = 0; l < half; l++) lanes[l] += lanes[l + half];
        float sum = lanes[0];
        for (int i = full; i < length; i++) sum = Math.fma(a[aFrom + i], b[bFrom + i], sum);
        return sum;
    }

    private static void eight(float[] a, int aFrom, float[] b, int bFrom, int length, float[] lanes, int lane) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int i = aFrom, j = bFrom; i < aFrom + length; i += LANES, j += LANES) {
            s0 = Math.fma(a[i], b[j], s0);
            s1 = Math.fma(a[i + 1], b[j + 1], s1);
            s2 = Math.fma(a[i + 2], b[j + 2], s2);
            s3 = Math.fma(a[i + 3], b[j + 3], s3);
            s4 = Math.fma(a[i + 4], b[j + 4], s4);
            s5 = Math.fma(a[i + 5], b[j + 5], s5);
            s6 = Math.fma(a[i + 6], b[j + 6], s6);
            s7 = Math.fma(a[i + 7], b[j + 7], s7);
        }
        lanes[lane] = s0;
        lanes[lane + 1] = s1;
        lanes[lane + 2] = s2;
        lanes[lane + 3] = s3;
        lanes[lane + 4] = s4;
        lanes[lane + 5] = s5;
        lanes[lane + 6] = s6;
        lanes[lane + 7] = s7;
    }

    @Override
    public void products(
            float[] rows, int rowsFrom, int rowCount, float[] turned, int columns, int dimensions, float[] out) {
        Arrays.fill(out, 0, rowCount * columns, 0);
        for (int r = 0; r < rowCount; r++) {
            int row = rowsFrom + r * dimensions;
            int d = 0;
            // Four dimensions at a time: a sum is read and written once for four products.
            for (; d + 4 <= dimensions; d += 4) four(rows, row + d, turned, d * columns, columns, out, r * columns);
            for (; d < dimensions; d++) {
                float number = rows[row + d];
                for (int c = 0; c < columns; c++) {
                    out[r * columns + c] = Math.fma(number, turned[d * columns + c], out[r * columns + c]);
                }
            }
        }
    }

    private static void four(float[] row, int at, float[] turned, int from, int columns, float[] out, int to) {
        float x0 = row[at], x1 = row[at + 1], x2 = row[at + 2], x3 = row[at + 3];
        int c0 = from, c1 = c0 + columns, c2 = c1 + columns, c3 = c2 + columns;
        for (int c = 0; c < columns; c++) {
            float sum = Math.fma(x0, turned[c0 + c], out[to + c]);
            sum = Math.fma(x1, turned[c1 + c], sum);
            sum = Math.fma(x2, turned[c2 + c], sum);
            out[to + c] = Math.fma(x3, turned[c3 + c], sum);
        }
    }
}
