package dev.lectern.kind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Whether Python code is laid out as Python: strings and brackets close, a colon opens a deeper block, and lines go back to a block that is open. */
final class PythonLayout {
    private static final Brackets PYTHON = Brackets.of("python");

    private PythonLayout() {}

    static boolean holds(String code) {
        if (code.startsWith(">>> ") || code.contains("\n>>> ")) {
            return true; // a session with its output is no program
        }
        String plain = code.replace("\t", "        ").stripIndent();
        if (!PYTHON.hold(plain)) {
            return false;
        }
        Deque<Integer> blocks = new ArrayDeque<>(List.of(0));
        boolean opens = false;
        for (String line : logicalLines(plain)) {
            int indent = line.length() - line.stripLeading().length();
            if (opens != indent > blocks.peek()) {
                return false;
            } else if (opens) {
                blocks.push(indent);
            }
            while (blocks.peek() > indent) {
                blocks.pop();
            }
            if (blocks.peek() != indent) {
                return false;
            }
            opens = line.stripTrailing().endsWith(":");
        }
        return !opens;
    }

    /** Lines without strings and comments, joined where brackets or a backslash carry them on. */
    private static List<String> logicalLines(String code) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            int end = PYTHON.aside(code, i);
            if (end > i) {
                line.append(c == '#' ? "" : "\"\"");
                i = end - 1;
                continue;
            }
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            boolean carriedOn = depth > 0 || (!line.isEmpty() && line.charAt(line.length() - 1) == '\\');
            if (c != '\n' || carriedOn) {
                line.append(c == '\n' ? ' ' : c);
            } else {
                add(line, lines);
            }
        }
        add(line, lines);
        return lines;
    }

    private static void add(StringBuilder line, List<String> lines) {
        if (!line.toString().isBlank()) {
            lines.add(line.toString());
        }
        line.setLength(0);
    }
}
