package dev.lectern.app.words;

/** Text measured as a terminal shows it: a Chinese character takes two columns. */
public final class Columns {
    /** Hangul, Han, kana, full width, pictures. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private Columns() {}

    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** The text with spaces up to the width. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** The text on one line, cut to the width with an ellipsis where it is longer. */
    public static String cut(String text, int width) {
        return fit(text.replaceAll("\\s+", " ").strip(), width);
    }

    /** The line, its spaces as they are, cut to the width with an ellipsis where it is longer. */
    public static String fit(String line, int width) {
        if (width(line) <= width) {
            return line;
        }
        StringBuilder cut = new StringBuilder();
        int used = 0;
        for (int c : line.codePoints().toArray()) {
            if (used + width(c) > width - 1) {
                break;
            }
            cut.appendCodePoint(c);
            used += width(c);
        }
        return cut.toString().stripTrailing() + "…";
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (c >= range[0] && c <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
