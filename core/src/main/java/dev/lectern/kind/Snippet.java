package dev.lectern.kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lectern.text.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/** Whether a piece of code could be some of its language, as far as light means tell: it is never run, and never wrongly refused by design. */
final class Snippet {
    private static final Set<String> C_LIKE = Set.of(
            "c",
            "cpp",
            "c++",
            "cs",
            "csharp",
            "go",
            "java",
            "javascript",
            "js",
            "jsx",
            "kotlin",
            "rust",
            "scala",
            "swift",
            "ts",
            "typescript");

    private Snippet() {}

    /** @param language as the fence names it; what is not known parses */
    static boolean parses(String language, String code) {
        String known = language.toLowerCase(Locale.ROOT);
        if (known.equals("json")) {
            return json(code);
        }
        return !C_LIKE.contains(known) || balanced(code);
    }

    private static boolean json(String code) {
        try {
            return !Json.mapper().readTree(code).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Brackets outside strings and comments open and close in turn. */
    private static boolean balanced(String code) {
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (code.startsWith("//", i)) {
                i = end(code, "\n", i);
            } else if (code.startsWith("/*", i)) {
                i = end(code, "*/", i + 2) + 1;
            } else if (c == '"') {
                i = closing(code, i);
            } else if ("([{".indexOf(c) >= 0) {
                open.push(")]}".charAt("([{".indexOf(c)));
            } else if (")]}".indexOf(c) >= 0 && (open.isEmpty() || open.pop() != c)) {
                return false;
            }
        }
        return open.isEmpty();
    }

    private static int end(String code, String mark, int from) {
        int end = code.indexOf(mark, from);
        return end < 0 ? code.length() : end;
    }

    private static int closing(String code, int open) {
        for (int i = open + 1; i < code.length() && code.charAt(i) != '\n'; i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.charAt(i) == code.charAt(open)) {
                return i;
            }
        }
        return open;
    }
}
