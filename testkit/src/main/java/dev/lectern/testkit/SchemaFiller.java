package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/** The least JSON that fits a schema: all that is required, of each text a few words. */
final class SchemaFiller {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 12;

    private SchemaFiller() {}

    /** @param words what texts say */
    static JsonNode fill(JsonNode schema, String words) {
        return fill(schema, schema, words, 0);
    }

    private static JsonNode fill(JsonNode schema, JsonNode root, String words, int depth) {
        JsonNode real = real(schema, root);
        if (real.has("const")) {
            return real.path("const");
        } else if (real.path("enum").isArray()) {
            return real.path("enum").path(0);
        }
        return switch (type(real)) {
            case "object" -> object(real, root, words, depth);
            case "array" -> array(real, root, words, depth);
            case "string" -> JSON.textNode(text(real, words));
            case "integer" ->
                JSON.numberNode((long) Math.ceil(real.path("minimum").asDouble(1)));
            case "number" -> JSON.numberNode(real.path("minimum").asDouble(1));
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.nullNode();
        };
    }

    /** The schema behind references and alternatives, of which the first counts. */
    private static JsonNode real(JsonNode schema, JsonNode root) {
        if (schema.path("$ref").asText().startsWith("#")) {
            return real(root.at(schema.path("$ref").asText().substring(1)), root);
        }
        for (String choice : new String[] {"anyOf", "oneOf", "allOf"}) {
            if (schema.path(choice).isArray()) {
                return real(schema.path(choice).path(0), root);
            }
        }
        return schema;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.path(0).asText();
        }
        return schema.has("properties") ? type.asText("object") : type.asText();
    }

    private static ObjectNode object(JsonNode schema, JsonNode root, String words, int depth) {
        ObjectNode object = JSON.objectNode();
        StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .forEach(name -> object.set(name, fill(schema.path("properties").path(name), root, words, depth + 1)));
        return object;
    }

    private static ArrayNode array(JsonNode schema, JsonNode root, String words, int depth) {
        ArrayNode array = JSON.arrayNode();
        int least = Math.max(1, schema.path("minItems").asInt(1));
        for (int i = 0; i < least && depth < DEEPEST; i++) {
            array.add(fill(schema.path("items"), root, words, depth + 1));
        }
        return array;
    }

    private static String text(JsonNode schema, String words) {
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        StringBuilder text = new StringBuilder(words);
        while (text.length() < least) {
            text.append(' ').append(words);
        }
        return text.substring(0, Math.min(text.length(), most));
    }
}
