package dev.lectern.report;

/**
 * Text as HTML shows it. Documents are hostile: nothing of theirs may become markup, and control characters, which could
 * turn the direction of what follows, are shown as what they are not: blanks.
 */
final class Html {
    private Html() {}

    /** Safe between tags and inside quoted attributes. */
    static String text(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 16);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append(c);
                default -> out.append(turnsOrControls(c) ? '\uFFFD' : c);
            }
        }
        return out.toString();
    }

    private static boolean turnsOrControls(char c) {
        return Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
