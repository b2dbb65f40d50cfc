package dev.lectern.redact;

/** A text with one shape of digits, dashes and spaces, of the same length. */
final class Folded {
    private Folded() {}

    static String of(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return c;
        } else if (c >= '！' && c <= '～') {
            return (char) (c - '！' + '!');
        }
        return switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\u00a0', '\u2002', '\u2003', '\u2007', '\u2009', '\u202f', '\u3000' -> ' ';
            default -> Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
        };
    }
}
