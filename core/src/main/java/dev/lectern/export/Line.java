package dev.lectern.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.Json;

/**
 * A row as one line that stays one line: the line breaks that JSON allows inside text but Python's {@code splitlines} and
 * JavaScript stop at (U+0085, U+2028, U+2029) are escaped, half surrogates, which UTF-8 cannot hold, become U+FFFD. Nothing else is touched.
 */
final class Line {
    private Line() {}

    static String of(JsonNode row) {
        String json = Json.line(row);
        return json.chars().noneMatch(Line::special) ? json : escaped(json);
    }

    private static boolean special(int unit) {
        return unit == 0x85 || unit == 0x2028 || unit == 0x2029 || Character.isSurrogate((char) unit);
    }

    private static String escaped(String json) {
        StringBuilder out = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(c -> {
            switch (c) {
                case 0x85 -> out.append("\\u0085");
                case 0x2028 -> out.append("\\u2028");
                case 0x2029 -> out.append("\\u2029");
                default -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c);
            }
        });
        return out.toString();
    }
}
