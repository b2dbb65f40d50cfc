package dev.lectern.text;

/**
 * Text without what no reader sees: control and bidirectional control characters, zero-width marks, soft hyphens, terminal
 * colours. Symbol fonts' bullets become plain ones, spaces that forbid a line break plain spaces, line ends of every kind a
 * line feed, and halves of characters the replacement character.
 */
public final class CleanText {
    /** Bullets of the symbol fonts that word processors use; they lie in a private area and mean nothing elsewhere. */
    private static final String SYMBOL_BULLETS = "\uf0b7\uf0a7\uf0a8\uf076\uf0d8\uf0fc\uf06c\uf06e\uf071\uf09f";

    private CleanText() {}

    public static String of(String text) {
        int dirty = firstDirty(text);
        if (dirty == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, dirty);
        for (int i = dirty; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u001b') {
                i = pastEscape(text, i) - 1;
            } else if (c == '\r') {
                out.append('\n');
                i += i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (isLineEnd(c)) {
                out.append('\n');
            } else if (Character.isSurrogate(c)) {
                boolean whole = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                out.append(whole ? text.substring(i, i + 2) : "\ufffd");
                i += whole ? 1 : 0;
            } else if (isSpace(c)) {
                out.append(' ');
            } else if (SYMBOL_BULLETS.indexOf(c) >= 0) {
                out.append('•');
            } else if (!isUnseen(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static int firstDirty(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ascii = c >= ' ' && c < '\u007f';
            if (!ascii
                    && (isSpace(c)
                            || isLineEnd(c)
                            || isUnseen(c)
                            || Character.isSurrogate(c)
                            || SYMBOL_BULLETS.indexOf(c) >= 0)) {
                return i;
            }
        }
        return text.length();
    }

    /** Spaces that only forbid a line to break. */
    private static boolean isSpace(char c) {
        return c == '\u00a0' || c == '\u202f' || c == '\u2007';
    }

    private static boolean isLineEnd(char c) {
        return c == '\f' || c == '\u000b' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isUnseen(char c) {
        return (c < ' ' && c != '\n' && c != '\t')
                || (c >= '\u007f' && c <= '\u009f')
                || c == '\u00ad'
                || c == '\u200b'
                || c == '\u200e'
                || c == '\u200f'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u206f')
                || c == '\ufeff'
                || (c >= '\ufff9' && c <= '\ufffb')
                || c == '\ufffe'
                || c == '\uffff';
    }

    /** Past a terminal's "ESC [ … letter"; past the escape alone where nothing such follows. */
    private static int pastEscape(String text, int escape) {
        int i = escape + 1;
        if (i < text.length() && text.charAt(i) == '[') {
            i++;
            while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) < '@') {
                i++;
            }
            return Math.min(i + 1, text.length());
        }
        return i;
    }
}
