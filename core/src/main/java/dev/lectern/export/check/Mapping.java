package dev.lectern.export.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * How LLaMA-Factory is told to read a file: the formatting, and the names of columns and tags. A name that is not given is
 * empty, which there means: not read.
 */
record Mapping(String formatting, boolean ranking, Map<String, String> columns, Map<String, String> tags) {
    private static final Map<String, String> SHAREGPT_TAGS = Map.of(
            "role_tag", "from",
            "content_tag", "value",
            "user_tag", "human",
            "assistant_tag", "gpt",
            "observation_tag", "observation",
            "function_tag", "function_call",
            "system_tag", "system");
    private static final Map<String, String> ROLE_TAGS = Map.of(
            "role_tag", "role",
            "content_tag", "content",
            "user_tag", "user",
            "assistant_tag", "assistant",
            "observation_tag", "tool",
            "function_tag", "function_call",
            "system_tag", "system");
    private static final Map<String, String> ALPACA_COLUMNS =
            Map.of("prompt", "instruction", "query", "input", "response", "output");

    /** As an entry of dataset_info.json says: where a block is given it replaces all defaults of that block. */
    static Mapping of(JsonNode entry) {
        String formatting = entry.path("formatting").asText("alpaca");
        Map<String, String> columns = new TreeMap<>();
        if (entry.has("columns")) {
            entry.path("columns")
                    .properties()
                    .forEach(c -> columns.put(c.getKey(), c.getValue().asText()));
            alias(columns, "prompt", "instruction");
            alias(columns, "query", "input");
            alias(columns, "response", "output");
            alias(columns, "messages", "conversations");
        } else {
            columns.putAll(ALPACA_COLUMNS);
            columns.put("messages", "conversations");
        }
        Map<String, String> tags = new TreeMap<>();
        if (entry.has("tags")) {
            entry.path("tags")
                    .properties()
                    .forEach(t -> tags.put(t.getKey(), t.getValue().asText()));
        } else {
            tags.putAll(SHAREGPT_TAGS);
        }
        return new Mapping(formatting, entry.path("ranking").asBoolean(), columns, tags);
    }

    private static void alias(Map<String, String> columns, String name, String other) {
        if (!columns.containsKey(name) && columns.containsKey(other)) {
            columns.put(name, columns.getOrDefault(other, ""));
        }
    }

    /** As a sensible entry for rows like this one would say. */
    static Mapping forRow(Layout layout, JsonNode row) {
        boolean ranking = row.has("chosen") && row.has("rejected");
        Map<String, String> columns = new TreeMap<>();
        for (String column :
                new String[] {"system", "tools", "images", "videos", "audios", "chosen", "rejected", "history"}) {
            if (row.has(column)) {
                columns.put(column, column);
            }
        }
        if (layout == Layout.ALPACA) {
            columns.putAll(ALPACA_COLUMNS);
            return new Mapping("alpaca", ranking, columns, Map.of());
        }
        columns.put("messages", row.has("messages") ? "messages" : "conversations");
        return new Mapping("sharegpt", ranking, columns, layout == Layout.SHAREGPT ? SHAREGPT_TAGS : ROLE_TAGS);
    }

    String column(String name) {
        return columns.getOrDefault(name, "");
    }

    String tag(String name) {
        return tags.getOrDefault(name, "");
    }

    JsonNode value(JsonNode row, String column) {
        return row.path(column(column));
    }
}
