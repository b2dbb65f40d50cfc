package dev.lectern.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The operations of an OpenAPI 3 description as functions: parameters of path and query and the fields of a JSON body become arguments,
 * side by side; headers and cookies are the client's business. A body that is no object is the argument {@code body}.
 */
final class OpenApi {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final Set<String> PLACES_OF_ARGUMENTS = Set.of("path", "query");
    private static final int LONGEST_NAME = 64;

    private final JsonNode root;
    private final Places places;
    private final Schemas schemas;

    OpenApi(JsonNode root, Places places) {
        this.root = root;
        this.places = places;
        this.schemas = new Schemas(root, places);
    }

    List<ObjectNode> functions() {
        String version = root.path("openapi").asText("");
        if (!version.startsWith("3.")) {
            String said =
                    version.isEmpty() ? "it does not say which OpenAPI it is" : "OpenAPI " + version + " is not read";
            places.problem(said, "openapi", "write openapi: 3.0.3 or 3.1.0, and describe it so");
            return List.of();
        } else if (!root.path("paths").isObject() || root.path("paths").isEmpty()) {
            places.problem("it describes no path", "paths", "add the operations that are to be tools");
            return List.of();
        }
        List<ObjectNode> functions = new ArrayList<>();
        root.path("paths").properties().forEach(path -> {
            String at = "paths." + path.getKey();
            JsonNode item = schemas.target(path.getValue(), at);
            for (String method : METHODS) {
                if (item.has(method)) {
                    function(path.getKey(), method, item, at).ifPresent(functions::add);
                }
            }
        });
        return functions;
    }

    private Optional<ObjectNode> function(String path, String method, JsonNode item, String at) {
        JsonNode operation = item.path(method);
        String place = at + "." + method;
        if (!operation.isObject()) {
            places.problem("an operation must be an object", place, "describe it, or take it out");
            return Optional.empty();
        }
        ObjectNode parameters = Functions.nothing();
        Set<String> required = new LinkedHashSet<>();
        parameters(item.path("parameters"), at, parameters, required);
        parameters(operation.path("parameters"), place, parameters, required);
        body(operation, place, parameters, required);
        if (!required.isEmpty()) {
            ArrayNode list = parameters.putArray("required");
            required.forEach(list::add);
        }
        String summary = operation.path("summary").asText("").strip();
        String description = operation.path("description").asText("").strip();
        String said = summary.isEmpty() || description.startsWith(summary)
                ? description
                : (summary + "\n" + description).strip();
        return Optional.of(Functions.function(name(path, method, operation), said, parameters));
    }

    /** Its operationId, or else method and path, as letters that a name may have. */
    private static String name(String path, String method, JsonNode operation) {
        String id = operation.path("operationId").asText("");
        String words = (id.isEmpty() ? method + "_" + path : id)
                .replaceAll("[^a-zA-Z0-9_-]+", "_")
                .replaceAll("^_+|_+$", "");
        String name = words.isEmpty() ? method.toLowerCase(Locale.ROOT) : words;
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private void parameters(JsonNode list, String at, ObjectNode into, Set<String> required) {
        for (int i = 0; i < list.size(); i++) {
            String place = at + ".parameters[" + i + "]";
            JsonNode parameter = schemas.target(list.get(i), place);
            String name = parameter.path("name").asText("");
            if (!PLACES_OF_ARGUMENTS.contains(parameter.path("in").asText())) {
                continue;
            } else if (name.isEmpty()) {
                places.problem("a parameter has no name", place, "add name: …");
                continue;
            }
            JsonNode own = parameter.has("schema")
                    ? parameter.path("schema")
                    : parameter.at("/content/application~1json/schema");
            if (own.isMissingNode()) {
                places.problem(
                        "the parameter '" + name + "' has no schema",
                        place,
                        "add schema: { type: string } or the like");
                continue;
            }
            ObjectNode schema = (ObjectNode) schemas.resolved(own, place + ".schema");
            if (parameter.has("description") && !schema.has("description")) {
                schema.put("description", parameter.path("description").asText().strip());
            }
            into.withObject("properties").set(name, schema);
            if (parameter.path("required").asBoolean()
                    || parameter.path("in").asText().equals("path")) {
                required.add(name);
            }
        }
    }

    private void body(JsonNode operation, String at, ObjectNode into, Set<String> required) {
        JsonNode body = schemas.target(operation.path("requestBody"), at + ".requestBody");
        JsonNode own = body.at("/content/application~1json/schema");
        if (own.isMissingNode()) {
            return;
        }
        JsonNode schema = schemas.resolved(own, at + ".requestBody.content.application/json.schema");
        ObjectNode properties = into.withObject("properties");
        boolean clashes = schema.path("properties").properties().stream().anyMatch(p -> properties.has(p.getKey()));
        if (!schema.path("properties").isEmpty() && !clashes) {
            schema.path("properties").properties().stream()
                    .filter(p -> !p.getValue().path("readOnly").asBoolean())
                    .forEach(p -> properties.set(p.getKey(), p.getValue()));
            schema.path("required").forEach(name -> {
                if (properties.has(name.asText())) {
                    required.add(name.asText());
                }
            });
            return;
        }
        properties.set("body", schema);
        if (body.path("required").asBoolean()) {
            required.add("body");
        }
    }
}
