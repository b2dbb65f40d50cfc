package dev.lectern.select;

/** Sums over vectors, in an order that is the same everywhere. */
final class Dot {
    private Dot() {}

    /** The product of two vectors: their cosine where both are of unit length. Four sums side by side, so that a processor takes them at once. */
    static double of(float[] one, float[] other) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            a += (double) one[i] * other[i];
            b += (double) one[i + 1] * other[i + 1];
            c += (double) one[i + 2] * other[i + 2];
            d += (double) one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) {
            a += (double) one[i] * other[i];
        }
        return a + b + c + d;
    }
}
