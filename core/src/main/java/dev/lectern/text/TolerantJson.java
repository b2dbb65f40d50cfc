package dev.lectern.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads JSON as models write it on a bad day. One descent over the text; where the end is missing, what was whole is kept: fields
 * that were complete, list items that were complete. What is no JSON even so is not read at all.
 */
final class TolerantJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 50;

    private final String text;
    private int at;
    private boolean cut;

    /** Not JSON, however one looks at it. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    TolerantJson(String text) {
        this.text = text;
    }

    Optional<JsonRepair.Found> read() {
        try {
            space();
            JsonNode node = value(0);
            return node.isContainerNode() && !node.isEmpty()
                    ? Optional.of(new JsonRepair.Found(node, cut, true))
                    : Optional.empty();
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private JsonNode value(int depth) {
        if (depth > DEEPEST) {
            throw new Unreadable();
        }
        char c = peek();
        if (c == '{') {
            return object(depth);
        } else if (c == '[') {
            return array(depth);
        } else if (isQuote(c)) {
            return JSON.textNode(string());
        }
        return word();
    }

    private ObjectNode object(int depth) {
        ObjectNode object = JSON.objectNode();
        at++;
        while (true) {
            space();
            if (ends()) {
                return object;
            } else if (peek() == '}') {
                at++;
                return object;
            } else if (peek() == ',') {
                at++;
                continue;
            } else if (!isQuote(peek())) {
                throw new Unreadable();
            }
            String name = string();
            space();
            if (ends()) {
                return object;
            } else if (peek() != ':' && peek() != '：') {
                throw new Unreadable();
            }
            at++;
            space();
            if (ends()) {
                return object;
            }
            JsonNode value = value(depth + 1);
            if (!cut || value.isContainerNode()) {
                object.set(name, value);
            }
            if (cut) {
                return object;
            }
        }
    }

    private ArrayNode array(int depth) {
        ArrayNode array = JSON.arrayNode();
        at++;
        while (true) {
            space();
            if (ends()) {
                return array;
            } else if (peek() == ']') {
                at++;
                return array;
            } else if (peek() == ',') {
                at++;
                continue;
            }
            JsonNode value = value(depth + 1);
            if (cut) {
                return array;
            }
            array.add(value);
        }
    }

    /**
     * A string whose closing quote is the first one that something follows which may stand behind a string; so a bare quote or a
     * line break inside does no harm.
     */
    private String string() {
        char open = text.charAt(at++);
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                escape(out);
            } else if (closes(open, c) && stringMayEndHere()) {
                return out.toString();
            } else {
                out.append(c);
            }
        }
        cut = true;
        return out.toString();
    }

    private void escape(StringBuilder out) {
        if (at >= text.length()) {
            return;
        }
        char c = text.charAt(at++);
        switch (c) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case '"', '\\', '/', '\'' -> out.append(c);
            case 'u' -> unicode(out);
            // Models forget to double the backslashes of LaTeX and of paths.
            default -> out.append('\\').append(c);
        }
    }

    private void unicode(StringBuilder out) {
        if (at + 4 > text.length()) {
            at = text.length();
            return;
        }
        try {
            out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
            at += 4;
        } catch (NumberFormatException e) {
            out.append("\\u");
        }
    }

    private boolean stringMayEndHere() {
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                return c == ',' || c == ':' || c == '：' || c == '}' || c == ']';
            }
        }
        return true;
    }

    private JsonNode word() {
        int start = at;
        while (at < text.length() && ",}]: \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        // "12" or "tru" at the very end may be the beginning of something longer.
        cut |= at == text.length();
        return switch (word) {
            case "true", "True" -> JSON.booleanNode(true);
            case "false", "False" -> JSON.booleanNode(false);
            case "null", "None" -> JSON.nullNode();
            default -> number(word);
        };
    }

    private JsonNode number(String word) {
        try {
            return JSON.numberNode(new BigDecimal(word));
        } catch (NumberFormatException e) {
            if (cut) {
                return JSON.nullNode();
            }
            throw new Unreadable();
        }
    }

    private boolean ends() {
        cut |= at >= text.length();
        return at >= text.length();
    }

    private char peek() {
        return text.charAt(at);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '\'';
    }

    private static boolean closes(char open, char c) {
        return open == '\'' ? c == '\'' : open == '"' ? c == '"' : c == '”' || c == '“' || c == '"';
    }
}
