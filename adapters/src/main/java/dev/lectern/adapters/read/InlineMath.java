package dev.lectern.adapters.read;

/** Keeps a Markdown parser's hands off formulas inside a line: {@code $a_i * b_i$}. */
final class InlineMath {
    private InlineMath() {}

    /** The line with everything that Markdown would take for a mark escaped inside its formulas. */
    static String protect(String line) {
        int open = line.indexOf('$');
        if (open < 0 || line.indexOf('$', open + 1) < 0) {
            return line;
        }
        StringBuilder out = new StringBuilder();
        int i = 0;
        boolean ticked = false;
        while (i < line.length()) {
            char c = line.charAt(i);
            ticked ^= c == '`';
            int end = c == '$' && !ticked ? end(line, i) : -1;
            if (end > 0) {
                out.append(escaped(line.substring(i, end)));
                i = end;
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    /** Past the closing dollar of a formula that opens at {@code open}; -1 where the dollars are money. */
    private static int end(String line, int open) {
        int marks = line.startsWith("$$", open) ? 2 : 1;
        int from = open + marks;
        int close = line.indexOf("$".repeat(marks), from);
        if (close <= from || line.substring(from, close).contains("`")) {
            return -1;
        }
        boolean tight = !Character.isWhitespace(line.charAt(from)) && !Character.isWhitespace(line.charAt(close - 1));
        int after = close + marks;
        boolean money = after < line.length() && Character.isDigit(line.charAt(after));
        return tight && !money ? after : -1;
    }

    private static String escaped(String formula) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            if ("\\*_[]<>`~&".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }
}
