package dev.lectern.export.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * The types of a file's columns, nested ones too: {@code datasets} takes them from the first rows and stops at a row that has
 * others. Said once per column.
 */
final class Columns {
    /** Files with more paths than this are maps in disguise; the rest of their paths is not watched. */
    private static final int MOST = 2_000;

    private final Map<String, String> types = new HashMap<>();
    private final Report report;

    Columns(Report report) {
        this.report = report;
    }

    void add(JsonNode row) {
        row.properties().forEach(field -> watch(field.getKey(), field.getValue()));
    }

    private void watch(String path, JsonNode value) {
        String type = type(value);
        if (type.isEmpty() || (types.size() >= MOST && !types.containsKey(path))) {
            return;
        }
        String before = types.putIfAbsent(path, type);
        if (before != null && !before.equals(type)) {
            types.put(path, "seen");
            if (!before.equals("seen")) {
                report.found(Effect.STOPS, "type-changes", path, before, type);
            }
            return;
        }
        if (value.isArray()) {
            value.forEach(element -> watch(path + "[]", element));
        } else if (value.isObject()) {
            value.properties().forEach(field -> watch(path + "." + field.getKey(), field.getValue()));
        }
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "list";
            case OBJECT -> "object";
            default -> "";
        };
    }
}
