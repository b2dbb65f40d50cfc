package dev.lectern.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.Json;

/** JSON schemas written out in code. */
final class Schemas {
    private Schemas() {}

    static JsonNode read(String schema) {
        try {
            return Json.mapper().readTree(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema of ours is no JSON", e);
        }
    }
}
