package dev.lectern.learn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Whole registers at a time, by Java's Vector API. Compiled apart from the rest, because {@code --release} hides incubating modules;
 * {@link Choice} loads it by name where Java was started with {@code --add-modules jdk.incubator.vector}.
 */
final class VectorArithmetic implements Arithmetic {
    /** As wide as the machine, but no wider than a half of the lanes, so that two sums go side by side. */
    private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED.length() > LANES / 2
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;

    private static final int WIDTH = WIDE.length();
    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        FloatVector s0 = FloatVector.zero(EIGHT);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int full = length - length % LANES;
        for (int i = aFrom, j = bFrom; i < aFrom + full; i += LANES, j += LANES) {
            s0 = at(a, i).fma(at(b, j), s0);
            s1 = at(a, i + 8).fma(at(b, j + 8), s1);
            s2 = at(a, i + 16).fma(at(b, j + 16), s2);
            s3 = at(a, i + 24).fma(at(b, j + 24), s3);
        }
        FloatVector eight = s0.add(s2).add(s1.add(s3));
        float sum = ((eight.lane(0) + eight.lane(4)) + (eight.lane(2) + eight.lane(6)))
                + ((eight.lane(1) + eight.lane(5)) + (eight.lane(3) + eight.lane(7)));
        for (int i = full; i < length; i++) sum = Math.fma(a[aFrom + i], b[bFrom + i], sum);
        return sum;
    }

    private static FloatVector at(float[] numbers, int index) {
        return FloatVector.fromArray(EIGHT, numbers, index);
    }

    @Override
    public void products(float[] rows, int rowsFrom, int rowCount, Columns columns, float[] out) {
        int dimensions = columns.dimensions();
        int wide = columns.padded();
        for (int panel = 0; panel < wide; panel += Columns.PANEL) {
            for (int c = 0; c < Columns.PANEL; c += 2 * WIDTH) {
                int from = panel * dimensions + c;
                int r = 0;
                for (; r + 4 <= rowCount; r += 4) {
                    four(
                            rows,
                            rowsFrom + r * dimensions,
                            columns.numbers(),
                            from,
                            dimensions,
                            out,
                            r * wide + panel + c,
                            wide);
                }
                for (; r < rowCount; r++) {
                    one(
                            rows,
                            rowsFrom + r * dimensions,
                            columns.numbers(),
                            from,
                            dimensions,
                            out,
                            r * wide + panel + c);
                }
            }
        }
    }

    /** Four rows with two registers of columns: eight sums, as many as keep two multipliers busy. */
    private static void four(
            float[] rows, int r0, float[] columns, int from, int dimensions, float[] out, int to, int wide) {
        int r1 = r0 + dimensions;
        int r2 = r1 + dimensions;
        int r3 = r2 + dimensions;
        FloatVector a0 = FloatVector.zero(WIDE);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector b2 = a0;
        FloatVector b3 = a0;
        for (int d = 0; d < dimensions; d++) {
            FloatVector left = FloatVector.fromArray(WIDE, columns, from + d * Columns.PANEL);
            FloatVector right = FloatVector.fromArray(WIDE, columns, from + d * Columns.PANEL + WIDTH);
            FloatVector x = FloatVector.broadcast(WIDE, rows[r0 + d]);
            a0 = x.fma(left, a0);
            b0 = x.fma(right, b0);
            x = FloatVector.broadcast(WIDE, rows[r1 + d]);
            a1 = x.fma(left, a1);
            b1 = x.fma(right, b1);
            x = FloatVector.broadcast(WIDE, rows[r2 + d]);
            a2 = x.fma(left, a2);
            b2 = x.fma(right, b2);
            x = FloatVector.broadcast(WIDE, rows[r3 + d]);
            a3 = x.fma(left, a3);
            b3 = x.fma(right, b3);
        }
        a0.intoArray(out, to);
        b0.intoArray(out, to + WIDTH);
        a1.intoArray(out, to + wide);
        b1.intoArray(out, to + wide + WIDTH);
        a2.intoArray(out, to + 2 * wide);
        b2.intoArray(out, to + 2 * wide + WIDTH);
        a3.intoArray(out, to + 3 * wide);
        b3.intoArray(out, to + 3 * wide + WIDTH);
    }

    private static void one(float[] rows, int row, float[] columns, int from, int dimensions, float[] out, int to) {
        FloatVector a = FloatVector.zero(WIDE);
        FloatVector b = a;
        for (int d = 0; d < dimensions; d++) {
            FloatVector x = FloatVector.broadcast(WIDE, rows[row + d]);
            a = x.fma(FloatVector.fromArray(WIDE, columns, from + d * Columns.PANEL), a);
            b = x.fma(FloatVector.fromArray(WIDE, columns, from + d * Columns.PANEL + WIDTH), b);
        }
        a.intoArray(out, to);
        b.intoArray(out, to + WIDTH);
    }

    @Override
    public void add(float factor, float[] numbers, int from, float[] sums, int length) {
        int i = 0;
        for (; i + WIDTH <= length; i += WIDTH) {
            FloatVector more = FloatVector.fromArray(WIDE, numbers, from + i);
            FloatVector.broadcast(WIDE, factor)
                    .fma(more, FloatVector.fromArray(WIDE, sums, i))
                    .intoArray(sums, i);
        }
        for (; i < length; i++) sums[i] = Math.fma(factor, numbers[from + i], sums[i]);
    }

    @Override
    public void weigh(float row, float[] columns, float[] costs, int from, float sharpness, float[] out) {
        int i = 0;
        for (; i + WIDTH <= columns.length; i += WIDTH) {
            FloatVector gain = FloatVector.fromArray(WIDE, columns, i)
                    .add(row)
                    .sub(FloatVector.fromArray(WIDE, costs, from + i))
                    .mul(sharpness);
            exp(gain).intoArray(out, from + i);
        }
        for (; i < columns.length; i++) out[from + i] = Exp.of((columns[i] + row - costs[from + i]) * sharpness);
    }

    /** The steps of {@link Exp#of}. */
    private static FloatVector exp(FloatVector x) {
        FloatVector held = x.max(Exp.LEAST).min(Exp.MOST);
        FloatVector shifted =
                held.fma(FloatVector.broadcast(WIDE, Exp.PER_LN2), FloatVector.broadcast(WIDE, Exp.SHIFT));
        FloatVector power = shifted.sub(Exp.SHIFT);
        FloatVector rest = power.fma(FloatVector.broadcast(WIDE, -Exp.LN2), held);
        rest = power.fma(FloatVector.broadcast(WIDE, -Exp.LN2_REST), rest);
        FloatVector sum = FloatVector.broadcast(WIDE, Exp.TERM_6);
        sum = sum.fma(rest, FloatVector.broadcast(WIDE, Exp.TERM_5));
        sum = sum.fma(rest, FloatVector.broadcast(WIDE, Exp.TERM_4));
        sum = sum.fma(rest, FloatVector.broadcast(WIDE, Exp.TERM_3));
        sum = sum.fma(rest, FloatVector.broadcast(WIDE, Exp.TERM_2));
        sum = sum.fma(rest, FloatVector.broadcast(WIDE, 1f));
        sum = sum.fma(rest, FloatVector.broadcast(WIDE, 1f));
        FloatVector two = shifted.viewAsIntegralLanes()
                .lanewise(VectorOperators.ADD, Exp.BIAS)
                .lanewise(VectorOperators.LSHL, 23)
                .viewAsFloatingLanes();
        return sum.mul(two);
    }
}
