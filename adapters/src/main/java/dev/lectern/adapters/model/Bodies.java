package dev.lectern.adapters.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lectern.text.Json;

/** Bodies as they come: mostly JSON, sometimes a page of a proxy. */
final class Bodies {
    private static final int EXCERPT = 200;

    private Bodies() {}

    /** The body as a tree; a missing node if it is no JSON. */
    static JsonNode tree(String body) {
        try {
            JsonNode tree = Json.mapper().readTree(body);
            return tree == null ? JsonNodeFactory.instance.missingNode() : tree;
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    /** On one line, and short. */
    static String excerpt(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + " …";
    }
}
