package dev.lectern.text;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.TreeMap;

/**
 * JSON with one spelling per value, to be hashed: keys sorted by UTF-16 units, no white space, numbers as plain decimals without
 * trailing zeros ({@code 1.0}, {@code 1} and {@code 1e0} are all {@code 1}), strings escaped only where JSON demands it.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(Json.mapper().valueToTree(value), out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            String between = "{";
            for (var field : fields.entrySet()) {
                out.append(between);
                string(field.getKey(), out);
                write(field.getValue(), out.append(':'));
                between = ",";
            }
            out.append(fields.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            String between = "[";
            for (JsonNode item : node) {
                write(item, out.append(between));
                between = ",";
            }
            out.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isNumber()) {
            out.append(number(node));
        } else if (node.isTextual()) {
            string(node.textValue(), out);
        } else {
            out.append(node.asText());
        }
    }

    private static String number(JsonNode node) {
        // By its shortest spelling, so that 0.2f and 0.2 are one number.
        BigDecimal value = new BigDecimal(node.asText());
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }
}
