package dev.lectern.adapters.index;

/**
 * Vectors of unit length as bytes. Whole numbers are added up to the same sum on every processor, fractions are not; and a byte is a
 * quarter of a number. What is found by bytes is ranked again by the numbers themselves.
 */
final class Codes {
    /** A component of a vector with d of them is about 1 / √d; four times that is the largest byte, and beyond it is cut. */
    private static final double REACH = 4;

    private Codes() {}

    static byte[] of(float[] vector) {
        double scale = Byte.MAX_VALUE * Math.sqrt(vector.length) / REACH;
        byte[] code = new byte[vector.length];
        for (int i = 0; i < code.length; i++) {
            code[i] = (byte) Math.clamp(Math.round(vector[i] * scale), -Byte.MAX_VALUE, Byte.MAX_VALUE);
        }
        return code;
    }
}
