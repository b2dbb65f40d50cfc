package dev.lectern.report;

/** Text as Markdown shows it, on one line: names and reasons come from documents and must not become markup. */
final class Markdown {
    private Markdown() {}

    static String text(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 8);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if ("\\`*_[]<>#|".indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else {
                out.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return out.toString().strip();
    }

    /** Inside a table; an empty cell says so with a dash. */
    static String cell(String raw) {
        String text = text(raw);
        return text.isEmpty() ? "–" : text;
    }
}
