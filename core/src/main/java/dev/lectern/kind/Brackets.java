package dev.lectern.kind;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether brackets outside strings and comments open and close in turn, and strings end.
 *
 * @param lineComment empty for none; {@code blocks} are comments between slash-star and star-slash
 * @param quotes marks that open strings on one line
 * @param longQuotes whether three of a mark open a string of several lines
 * @param backtick whether a backtick opens a string of several lines
 * @param regex whether a slash may open a regular expression
 * @param lifetimes whether a single quote may be no string at all
 */
record Brackets(
        String lineComment,
        boolean blocks,
        String quotes,
        boolean longQuotes,
        boolean backtick,
        boolean regex,
        boolean lifetimes) {

    static Brackets of(String language) {
        return switch (language) {
            case "python" -> new Brackets("#", false, "\"'", true, false, false, false);
            case "js", "ts" -> new Brackets("//", true, "\"'", false, true, true, false);
            case "go" -> new Brackets("//", true, "\"'", false, true, false, false);
            case "rust" -> new Brackets("//", true, "\"'", false, false, false, true);
            case "sql" -> new Brackets("--", true, "\"'", false, false, false, false);
            case "css", "scss" ->
                new Brackets(language.equals("css") ? "" : "//", true, "\"'", false, false, false, false);
            default -> new Brackets("//", true, "\"'", true, false, false, false);
        };
    }

    static Brackets withoutStrings() {
        return new Brackets("//", true, "", false, false, false, false);
    }

    boolean hold(String code) {
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            int end = aside(code, i);
            if (end < 0) {
                return false;
            } else if (end > i) {
                i = end - 1;
            } else if ("([{".indexOf(c) >= 0) {
                open.push(")]}".charAt("([{".indexOf(c)));
            } else if (")]}".indexOf(c) >= 0 && (open.isEmpty() || open.pop() != c)) {
                return false;
            }
        }
        return open.isEmpty();
    }

    /** Where the comment or string that begins here ends; here itself if none begins; -1 if it never ends. */
    int aside(String code, int at) {
        char c = code.charAt(at);
        if (!lineComment.isEmpty() && code.startsWith(lineComment, at)) {
            int line = code.indexOf('\n', at);
            return line < 0 ? code.length() : line;
        } else if (blocks && code.startsWith("/*", at)) {
            int end = code.indexOf("*/", at + 2);
            return end < 0 ? -1 : end + 2;
        } else if (backtick && c == '`') {
            return template(code, at + 1);
        } else if (regex && c == '/' && opensRegex(code, at)) {
            return expression(code, at + 1);
        } else if (quotes.indexOf(c) < 0 || (c == '\'' && lifetimes && !isLetter(code, at))) {
            return at;
        }
        String three = ("" + c).repeat(3);
        if (longQuotes && code.startsWith(three, at)) {
            int end = code.indexOf(three, at + 3);
            return end < 0 ? -1 : end + 3;
        }
        return closing(code, at + 1, c);
    }

    private static int closing(String code, int from, char quote) {
        for (int i = from; i < code.length() && code.charAt(i) != '\n'; i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.charAt(i) == quote) {
                return i + 1;
            }
        }
        return -1;
    }

    /** A string in backticks; code in it, in dollar and braces, may hold another. */
    private static int template(String code, int from) {
        int depth = 0;
        for (int i = from; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (code.startsWith("${", i)) {
                depth++;
            } else if (depth > 0 && c == '}') {
                depth--;
            } else if (depth > 0 && c == '`') {
                int inner = template(code, i + 1);
                if (inner < 0) {
                    return -1;
                }
                i = inner - 1;
            } else if (c == '`') {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean opensRegex(String code, int at) {
        int before = at - 1;
        while (before >= 0 && (code.charAt(before) == ' ' || code.charAt(before) == '\t')) {
            before--;
        }
        return before < 0
                || "(,=:[!&|?{};\n".indexOf(code.charAt(before)) >= 0
                || code.substring(0, before + 1).endsWith("return");
    }

    private static int expression(String code, int from) {
        boolean inClass = false;
        for (int i = from; i < code.length() && code.charAt(i) != '\n'; i++) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            } else if (c == '/' && !inClass) {
                return i + 1;
            }
        }
        return -1;
    }

    /** 'x' and '\n' are letters, 'static is none. */
    private static boolean isLetter(String code, int at) {
        return code.startsWith("\\", at + 1) || code.startsWith("'", at + 2);
    }
}
