package dev.lectern.learn;

/**
 * The exponential of a float by steps that every arithmetic takes alike: {@code 2^n · e^r} with {@code |r| ≤ ln(2)/2}, {@code e^r} by its
 * series up to the sixth power. Within 3e-7 of the true value, relative; below {@link #LEAST} it stays at {@code e^LEAST}.
 */
final class Exp {
    /** The smallest x: e^-87 is the last that is a normal float. */
    static final float LEAST = -87f;

    static final float MOST = 88f;
    static final float PER_LN2 = 1.442695f;
    /** 1.5 · 2^23: a small number added to it is rounded to an integer, which then stands in the lowest bits. */
    static final float SHIFT = 12582912f;
    /** ln 2 in two parts; the first has so few bits that its product with n is exact. */
    static final float LN2 = 0.6933594f;

    static final float LN2_REST = -2.1219444e-4f;
    static final float TERM_2 = 1 / 2f;
    static final float TERM_3 = 1 / 6f;
    static final float TERM_4 = 1 / 24f;
    static final float TERM_5 = 1 / 120f;
    static final float TERM_6 = 1 / 720f;
    /** Takes the bits of {@link #SHIFT} off and a float's exponent bias of 127 on. */
    static final int BIAS = 127 - 0x4B400000;

    private Exp() {}

    static float of(float x) {
        float held = Math.min(Math.max(x, LEAST), MOST);
        float shifted = Math.fma(held, PER_LN2, SHIFT);
        float power = shifted - SHIFT;
        float rest = Math.fma(power, -LN2, held);
        rest = Math.fma(power, -LN2_REST, rest);
        float sum = Math.fma(TERM_6, rest, TERM_5);
        sum = Math.fma(sum, rest, TERM_4);
        sum = Math.fma(sum, rest, TERM_3);
        sum = Math.fma(sum, rest, TERM_2);
        sum = Math.fma(sum, rest, 1f);
        sum = Math.fma(sum, rest, 1f);
        return sum * Float.intBitsToFloat((Float.floatToRawIntBits(shifted) + BIAS) << 23);
    }
}
