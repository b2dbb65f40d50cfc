package dev.lectern.learn;

/** Plain loops, for any machine. Eight sums at a time stay in registers, and none waits for another. */
final class ScalarArithmetic implements Arithmetic {
    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        float[] lanes = new float[LANES];
        int full = length - length % LANES;
        for (int lane = 0; lane < LANES; lane += 8) {
            eightLanes(a, aFrom + lane, b, bFrom + lane, full, lanes, lane);
        }
        for (int half = LANES / 2; half > 0; half /= 2) {
            for (int l = 0; l < half; l++) {
                lanes[l] += lanes[l + half];
            }
        }
        float sum = lanes[0];
        for (int i = full; i < length; i++) {
            sum = Math.fma(a[aFrom + i], b[bFrom + i], sum);
        }
        return sum;
    }

    private static void eightLanes(float[] a, int aFrom, float[] b, int bFrom, int length, float[] lanes, int lane) {
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
        put(lanes, lane, s0, s1, s2, s3, s4, s5, s6, s7);
    }

    @Override
    public void products(float[] rows, int rowsFrom, int rowCount, Columns columns, float[] out) {
        int dimensions = columns.dimensions();
        int wide = columns.padded();
        for (int panel = 0; panel < wide; panel += Columns.PANEL) {
            int used = Math.min(Columns.PANEL, columns.count() - panel);
            for (int r = 0; r < rowCount; r++) {
                for (int c = 0; c < used; c += 8) {
                    int row = rowsFrom + r * dimensions;
                    eightColumns(
                            rows,
                            row,
                            columns.numbers(),
                            panel * dimensions + c,
                            dimensions,
                            out,
                            r * wide + panel + c);
                }
            }
        }
    }

    private static void eightColumns(
            float[] rows, int row, float[] columns, int from, int dimensions, float[] out, int to) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int d = 0, c = from; d < dimensions; d++, c += Columns.PANEL) {
            float x = rows[row + d];
            s0 = Math.fma(x, columns[c], s0);
            s1 = Math.fma(x, columns[c + 1], s1);
            s2 = Math.fma(x, columns[c + 2], s2);
            s3 = Math.fma(x, columns[c + 3], s3);
            s4 = Math.fma(x, columns[c + 4], s4);
            s5 = Math.fma(x, columns[c + 5], s5);
            s6 = Math.fma(x, columns[c + 6], s6);
            s7 = Math.fma(x, columns[c + 7], s7);
        }
        put(out, to, s0, s1, s2, s3, s4, s5, s6, s7);
    }

    private static void put(
            float[] into, int at, float s0, float s1, float s2, float s3, float s4, float s5, float s6, float s7) {
        into[at] = s0;
        into[at + 1] = s1;
        into[at + 2] = s2;
        into[at + 3] = s3;
        into[at + 4] = s4;
        into[at + 5] = s5;
        into[at + 6] = s6;
        into[at + 7] = s7;
    }

    @Override
    public void add(float factor, float[] numbers, int from, float[] sums, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] = Math.fma(factor, numbers[from + i], sums[i]);
        }
    }

    @Override
    public void weigh(float row, float[] columns, float[] costs, int from, float sharpness, float[] out) {
        for (int i = 0; i < columns.length; i++) {
            out[from + i] = Exp.of((columns[i] + row - costs[from + i]) * sharpness);
        }
    }
}
