package dev.lectern.export.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.Json;

/** JSON inside a text column. */
final class Parsed {
    private Parsed() {}

    /** The value, or a missing node if the text is no JSON. */
    static JsonNode of(String text) {
        try {
            return Json.mapper()
                    .readerFor(JsonNode.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(text);
        } catch (JsonProcessingException e) {
            return Json.mapper().missingNode();
        }
    }
}
