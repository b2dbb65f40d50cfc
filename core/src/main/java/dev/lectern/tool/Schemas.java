package dev.lectern.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.check.Nearest;
import dev.lectern.text.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Writes schemas out: references inside the file are put in their place, and what is no schema is a problem. */
final class Schemas {
    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");
    private static final Set<String> KEYWORDS = Set.of(
            ("type properties required items enum const description title default examples example format pattern minimum maximum"
                            + " exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems uniqueItems minProperties"
                            + " maxProperties additionalProperties patternProperties propertyNames anyOf oneOf allOf not if then else nullable"
                            + " readOnly writeOnly deprecated discriminator xml externalDocs contains prefixItems additionalItems dependencies"
                            + " dependentRequired contentEncoding contentMediaType")
                    .split(" ", -1));
    private static final List<String> LISTS = List.of("anyOf", "oneOf", "allOf");
    private static final int DEEPEST = 40;

    private final JsonNode root;
    private final Places places;

    Schemas(JsonNode root, Places places) {
        this.root = root;
        this.places = places;
    }

    /** The schema without references and definitions; an empty one in place of what is none. */
    JsonNode resolved(JsonNode schema, String at) {
        return resolved(schema, at, Set.of(), 0);
    }

    /** What a reference in the file points at, one or several steps on; the node itself if it is none. */
    JsonNode target(JsonNode node, String at) {
        return target(node, at, new HashSet<>());
    }

    private JsonNode target(JsonNode node, String at, Set<String> seen) {
        if (!node.has("$ref")) {
            return node;
        }
        String reference = node.path("$ref").asText();
        if (!reference.startsWith("#")) {
            places.problem(
                    "the reference '" + reference + "' leaves the file", at, "put what it points at into this file");
            return Json.mapper().createObjectNode();
        } else if (!seen.add(reference)) {
            places.problem(
                    "the reference '" + reference + "' leads back to itself",
                    at,
                    "write the schema out down to where it ends");
            return Json.mapper().createObjectNode();
        }
        JsonNode found = pointed(reference);
        if (found.isMissingNode()) {
            places.problem("nothing stands at '" + reference + "'", at, "check the spelling, or add it");
            return Json.mapper().createObjectNode();
        }
        return target(found, at, seen);
    }

    private JsonNode pointed(String reference) {
        try {
            return root.at(URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Json.mapper().missingNode();
        }
    }

    private JsonNode resolved(JsonNode schema, String at, Set<String> within, int depth) {
        if (schema.isBoolean()) {
            return Json.mapper().createObjectNode();
        } else if (!schema.isObject()) {
            places.problem(
                    "a schema must be an object, not " + Functions.kind(schema),
                    at,
                    "write {\"type\": \"string\"} or the like");
            return Json.mapper().createObjectNode();
        }
        Set<String> inside = new HashSet<>(within);
        JsonNode real = target(schema, at, inside);
        if (depth > DEEPEST || !real.isObject()) {
            return Json.mapper().createObjectNode();
        }
        ObjectNode out = Json.mapper().createObjectNode();
        real.properties().forEach(field -> {
            if (!field.getKey().startsWith("$") && !field.getKey().equals("definitions")) {
                out.set(field.getKey(), field.getValue());
            }
        });
        keywords(out, at);
        inner(out, at, inside, depth + 1);
        return out;
    }

    private void inner(ObjectNode schema, String at, Set<String> within, int depth) {
        if (schema.has("properties")) {
            if (!(schema.path("properties") instanceof ObjectNode properties)) {
                places.problem(
                        "'properties' must map names to schemas",
                        at + ".properties",
                        "write {\"city\": {\"type\": \"string\"}}");
                schema.putObject("properties");
            } else {
                ObjectNode out = Json.mapper().createObjectNode();
                properties
                        .properties()
                        .forEach(p -> out.set(
                                p.getKey(), resolved(p.getValue(), at + ".properties." + p.getKey(), within, depth)));
                schema.set("properties", out);
            }
        }
        for (String one : List.of("items", "additionalProperties", "not")) {
            if (schema.path(one).isObject()) {
                schema.set(one, resolved(schema.path(one), at + "." + one, within, depth));
            } else if (one.equals("items")
                    && schema.has(one)
                    && !schema.path(one).isBoolean()) {
                places.problem("'items' must be a schema", at + ".items", "write {\"type\": \"string\"} or the like");
            }
        }
        for (String several : LISTS) {
            if (schema.path(several) instanceof ArrayNode list && !list.isEmpty()) {
                ArrayNode out = Json.mapper().createArrayNode();
                for (int i = 0; i < list.size(); i++) {
                    out.add(resolved(list.get(i), at + "." + several + "[" + i + "]", within, depth));
                }
                schema.set(several, out);
            } else if (schema.has(several)) {
                places.problem("'" + several + "' must be a list of schemas", at + "." + several, "write [{…}, {…}]");
            }
        }
    }

    private void keywords(ObjectNode schema, String at) {
        schema.fieldNames()
                .forEachRemaining(word -> Nearest.to(word, KEYWORDS)
                        .filter(known -> !KEYWORDS.contains(word) && !word.startsWith("x-"))
                        .ifPresent(known -> places.problem(
                                "'" + word + "' is no word of JSON schema", at, "did you mean '" + known + "'?")));
        types(schema, at);
        required(schema, at);
        JsonNode choices = schema.path("enum");
        if (schema.has("enum") && (!choices.isArray() || choices.isEmpty())) {
            places.problem("'enum' must be a list of the values allowed", at + ".enum", "write [\"a\", \"b\"]");
        }
        for (String size : List.of("minLength", "maxLength", "minItems", "maxItems")) {
            if (schema.has(size)
                    && (!schema.path(size).isIntegralNumber()
                            || schema.path(size).asLong() < 0)) {
                places.problem("'" + size + "' must be a whole number from 0", at + "." + size, "");
            }
        }
        for (String[] pair :
                new String[][] {{"minimum", "maximum"}, {"minLength", "maxLength"}, {"minItems", "maxItems"}}) {
            if (schema.path(pair[0]).isNumber()
                    && schema.path(pair[1]).isNumber()
                    && schema.path(pair[0]).asDouble() > schema.path(pair[1]).asDouble()) {
                places.problem("'" + pair[0] + "' is above '" + pair[1] + "', so that nothing fits", at, "swap them");
            }
        }
        if (schema.has("pattern")) {
            try {
                Pattern.compile(schema.path("pattern").asText());
            } catch (PatternSyntaxException e) {
                places.problem("'pattern' is no regular expression: " + e.getDescription(), at + ".pattern", "mend it");
            }
        }
    }

    private void types(ObjectNode schema, String at) {
        JsonNode type = schema.path("type");
        if (schema.has("type") && !type.isTextual() && !type.isArray()) {
            places.problem("'type' must be a word or a list of words", at + ".type", "write \"string\" or the like");
        }
        for (JsonNode one :
                type.isArray() ? type : Json.mapper().createArrayNode().add(type)) {
            if (one.isTextual() && !TYPES.contains(one.asText())) {
                places.problem(
                        "there is no type '" + one.asText() + "'", at + ".type", Nearest.hint(one.asText(), TYPES));
            }
        }
    }

    private void required(ObjectNode schema, String at) {
        JsonNode required = schema.path("required");
        if (!schema.has("required")) {
            return;
        } else if (!required.isArray()) {
            places.problem(
                    "'required' must be a list of property names",
                    at + ".required",
                    "write [\"city\"] in the object's schema, not in the property's");
            schema.remove("required");
            return;
        }
        for (JsonNode name : required) {
            if (!schema.path("properties").has(name.asText()) && schema.has("properties")) {
                List<String> known = new ArrayList<>();
                schema.path("properties").fieldNames().forEachRemaining(known::add);
                String fix = known.isEmpty() ? "describe it under 'properties'" : Nearest.hint(name.asText(), known);
                places.problem("'required' names '" + name.asText() + "', which is no property", at + ".required", fix);
            }
        }
    }
}
