package dev.lectern.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one function of a list, whoever's form it has. */
final class Functions {
    /** What chat interfaces allow as a name. */
    static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private static final List<String> SCHEMA_FIELDS = List.of("parameters", "input_schema", "inputSchema");

    private final Places places;
    private final Schemas schemas;

    Functions(JsonNode root, Places places) {
        this.places = places;
        this.schemas = new Schemas(root, places);
    }

    /** @return empty if it is none, which is a problem */
    Optional<ObjectNode> read(JsonNode tool, String at) {
        boolean wrapped = tool.has("function");
        JsonNode function = wrapped ? tool.path("function") : tool;
        String place = wrapped ? at + ".function" : at;
        if (!function.isObject()) {
            places.problem(
                    "a tool must be an object, not " + kind(function),
                    place,
                    "write {\"name\": …, \"description\": …, \"parameters\": …}");
            return Optional.empty();
        } else if (tool.has("type")
                && !tool.path("type").asText().equals("function")
                && !tool.path("type").asText().equals("object")) {
            places.problem(
                    "a tool of type '" + tool.path("type").asText() + "' can't be called with arguments",
                    at + ".type",
                    "give functions only");
            return Optional.empty();
        }
        String name = function.path("name").asText("");
        boolean text =
                function.path("name").isTextual() || function.path("name").isMissingNode();
        if (!text || !NAME.matcher(name).matches()) {
            String fix = "use 1 to 64 letters, digits, _ or -";
            places.problem(
                    name.isEmpty() ? "a tool has no name" : "'" + name + "' is no name for a tool",
                    place + ".name",
                    fix);
        }
        if (function.has("description") && !function.path("description").isTextual()) {
            places.problem(
                    "the description must be text", place + ".description", "write what the tool does, in quotes");
        }
        return Optional.of(function(name, function.path("description").asText(""), parameters(function, place)));
    }

    static ObjectNode function(String name, String description, JsonNode parameters) {
        ObjectNode function = Json.mapper().createObjectNode();
        function.put("name", name).put("description", description).set("parameters", parameters);
        return function;
    }

    private JsonNode parameters(JsonNode function, String place) {
        for (String field : SCHEMA_FIELDS) {
            if (function.has(field)) {
                JsonNode schema = schemas.resolved(function.path(field), place + "." + field);
                boolean object = schema.path("type").asText("object").equals("object") && schema.isObject();
                if (!object) {
                    places.problem(
                            "the parameters must be a schema of an object",
                            place + "." + field,
                            "write {\"type\": \"object\", \"properties\": {…}}");
                }
                return object ? asObject((ObjectNode) schema) : nothing();
            }
        }
        return nothing();
    }

    private static ObjectNode asObject(ObjectNode schema) {
        ObjectNode whole = Json.mapper().createObjectNode().put("type", "object");
        if (!schema.has("properties")) {
            whole.putObject("properties");
        }
        whole.setAll(schema);
        return whole;
    }

    /** A tool that takes no argument. */
    static ObjectNode nothing() {
        ObjectNode schema = Json.mapper().createObjectNode().put("type", "object");
        schema.putObject("properties");
        return schema;
    }

    static String kind(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
