package dev.lectern.stage.screen;

import dev.lectern.text.Han;
import dev.lectern.text.Words;
import java.util.Arrays;

/**
 * A text as quotes are compared with it, and where each of its units stood: width, quote marks, dashes and white space folded,
 * emphasis marks and code ticks left out, no space beside a Han character.
 */
final class Folded {
    private final StringBuilder units = new StringBuilder();
    private int[] places;

    Folded(String text) {
        places = new int[text.length() + 16];
        int space = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = Words.narrow(text.charAt(i));
            if (Words.isSpace(c)) {
                space = space < 0 ? i : space;
                continue;
            } else if (isMark(text, i, c)) {
                continue;
            }
            if (space >= 0
                    && !units.isEmpty()
                    && !Han.is(units.codePointBefore(units.length()))
                    && !Han.is(text.codePointAt(i))) {
                add(' ', space);
            }
            space = -1;
            if (c == '…') {
                add('.', i);
                add('.', i);
                add('.', i);
            } else {
                add(fold(c), i);
            }
        }
    }

    /** Emphasis, code ticks and escapes say how words look, not what they are; an underscore inside a name is the name's. */
    private static boolean isMark(String text, int i, char c) {
        if (c == '*' || c == '`' || c == '\u00AD') {
            return true;
        } else if (c == '\\') {
            return i + 1 < text.length() && "*_`#[]()<>\\|".indexOf(text.charAt(i + 1)) >= 0;
        }
        boolean inside = i > 0
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
        return c == '_' && !inside;
    }

    private static char fold(char c) {
        return switch (c) {
            case '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』', '＂' -> '"';
            case '‘', '’', '‚', '‛', '′' -> '\'';
            case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
            case '。' -> '.';
            default -> c;
        };
    }

    private void add(char c, int place) {
        if (units.length() == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[units.length()] = place;
        units.append(c);
    }

    String text() {
        return units.toString();
    }

    /** Where the unit stood in the text. */
    int place(int unit) {
        return places[unit];
    }
}
