package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** A JSON schema cut down to what Google's responseSchema reads; what it does not read makes it refuse the whole request. */
final class GeminiSchema {
    private static final Set<String> PLAIN = Set.of(
            "description",
            "enum",
            "required",
            "minItems",
            "maxItems",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "pattern",
            "nullable",
            "title");

    private GeminiSchema() {}

    static JsonNode of(JsonNode schema) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        schema.properties().forEach(field -> {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "type" -> type(kept, value);
                case "items" -> kept.set("items", of(value));
                case "properties" -> {
                    ObjectNode properties = kept.putObject("properties");
                    value.properties().forEach(each -> properties.set(each.getKey(), of(each.getValue())));
                    // It writes the fields by alphabet otherwise, and what stands first guides what follows.
                    var order = kept.putArray("propertyOrdering");
                    value.fieldNames().forEachRemaining(order::add);
                }
                case "anyOf", "oneOf" -> {
                    var any = kept.putArray("anyOf");
                    value.forEach(each -> any.add(of(each)));
                }
                case "const" -> kept.putArray("enum").add(value);
                default -> {
                    if (PLAIN.contains(field.getKey())) {
                        kept.set(field.getKey(), value);
                    }
                }
            }
        });
        return kept;
    }

    /** Of several types it takes one, and whether it may be null. */
    private static void type(ObjectNode kept, JsonNode type) {
        if (type.isTextual()) {
            kept.set("type", type);
            return;
        }
        for (JsonNode each : type) {
            if (each.asText().equals("null")) {
                kept.put("nullable", true);
            } else if (!kept.has("type")) {
                kept.set("type", each);
            }
        }
    }
}
