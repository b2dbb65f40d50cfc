package dev.lectern.text.sums;

/**
 * An equation that does not hold.
 *
 * @param line which line of the text it ends in, from 1
 * @param said the equation as it was understood: {@code 7 * 8 = 54}
 * @param should what stands on its left comes to
 */
public record Slip(int line, String said, String should) {
    @Override
    public String toString() {
        return "line " + line + ": " + said + " (should be " + should + ")";
    }
}
