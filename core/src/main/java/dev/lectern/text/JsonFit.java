package dev.lectern.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Whether JSON fits a JSON schema, as far as it matters for replies: {@code type}, {@code properties}, {@code required}, {@code items},
 * {@code enum}, {@code minimum} and {@code maximum}. Fields that the schema does not know do no harm. Strict schemas require every field, even those that hold nothing;
 * so a required field may be left out if it could be null or an empty list, unless it is the first, which is what the reply is about.
 */
public final class JsonFit {
    private JsonFit() {}

    /** What is wrong, such as {@code $.instructions[2].task is missing}; empty if it fits. */
    public static Optional<String> problem(JsonNode schema, JsonNode value) {
        return problem(schema, unwrapped(schema, value), "$");
    }

    /**
     * The value without the list items that do not fit.
     *
     * @return empty if it does not fit even so, or if a list that the reply is about has no item left
     */
    public static Optional<JsonNode> whole(JsonNode schema, JsonNode value) {
        JsonNode pruned = unwrapped(schema, value).deepCopy();
        prune(schema, pruned);
        boolean says = !isList(schema) || !pruned.path(first(schema)).isEmpty();
        return says && problem(schema, pruned).isEmpty() ? Optional.of(pruned) : Optional.empty();
    }

    /** Whether the reply is about a list, so that a part of it is worth something. */
    public static boolean isList(JsonNode schema) {
        return types(schema.path("properties").path(first(schema))).contains("array");
    }

    /** A bare list where an object that is about a list was asked for. */
    private static JsonNode unwrapped(JsonNode schema, JsonNode value) {
        return value.isArray() && types(schema).contains("object") && isList(schema)
                ? Json.mapper().createObjectNode().set(first(schema), value)
                : value;
    }

    private static Optional<String> problem(JsonNode schema, JsonNode value, String at) {
        Set<String> types = types(schema);
        if (!types.isEmpty() && types.stream().noneMatch(type -> is(type, value))) {
            return Optional.of(at + " should be " + words(types) + ", not " + kind(value));
        } else if (schema.path("enum").isArray() && !contains(schema.path("enum"), value)) {
            return Optional.of(at + " should be one of " + Json.line(schema.path("enum")));
        } else if (outOfRange(schema, value)) {
            return Optional.of(at + " should be " + range(schema) + ", not " + value.asText());
        } else if (value.isObject()) {
            return inObject(schema, value, at);
        } else if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                Optional<String> problem = problem(schema.path("items"), value.get(i), at + "[" + i + "]");
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inObject(JsonNode schema, JsonNode value, String at) {
        JsonNode properties = schema.path("properties");
        for (JsonNode name : schema.path("required")) {
            String field = name.asText();
            boolean dispensable = !field.equals(first(schema)) && mayHoldNothing(properties.path(field));
            boolean there = value.has(field) && (!value.path(field).isNull() || mayBeNull(properties.path(field)));
            if (!there && !dispensable) {
                return Optional.of(at + "." + field + " is missing");
            }
        }
        for (var property : properties.properties()) {
            JsonNode field = value.path(property.getKey());
            if (!field.isMissingNode() && !field.isNull()) {
                Optional<String> problem = problem(property.getValue(), field, at + "." + property.getKey());
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    /** Inner lists first, so that an item is not lost for an item of its own. */
    private static void prune(JsonNode schema, JsonNode value) {
        if (value instanceof ObjectNode object) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> prune(property.getValue(), object.path(property.getKey())));
        } else if (value instanceof ArrayNode array) {
            JsonNode item = schema.path("items");
            for (int i = array.size() - 1; i >= 0; i--) {
                prune(item, array.get(i));
                if (problem(item, array.get(i), "").isPresent()) {
                    array.remove(i);
                }
            }
        }
    }

    private static String first(JsonNode schema) {
        return schema.path("required").path(0).asText("");
    }

    private static boolean mayBeNull(JsonNode schema) {
        return types(schema).contains("null") || types(schema).isEmpty();
    }

    private static boolean mayHoldNothing(JsonNode schema) {
        return mayBeNull(schema) || types(schema).contains("array");
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isTextual()
                ? Set.of(type.asText())
                : StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Numbers may be written as text, which models do and readers take. */
    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "integer" ->
                value.isIntegralNumber()
                        || (value.isNumber()
                                && value.decimalValue().stripTrailingZeros().scale() <= 0)
                        || value.asText().matches("-?\\d{1,18}");
            case "number" -> value.isNumber() || value.asText().matches("-?\\d{1,18}(\\.\\d{1,18})?");
            default -> true;
        };
    }

    /** Whether it is a number, written as text or not, outside of what the schema allows. */
    private static boolean outOfRange(JsonNode schema, JsonNode value) {
        boolean bounded =
                schema.path("minimum").isNumber() || schema.path("maximum").isNumber();
        if (!bounded || !is("number", value)) {
            return false;
        }
        BigDecimal number = new BigDecimal(value.asText());
        return (schema.path("minimum").isNumber()
                        && number.compareTo(schema.path("minimum").decimalValue()) < 0)
                || (schema.path("maximum").isNumber()
                        && number.compareTo(schema.path("maximum").decimalValue()) > 0);
    }

    private static String range(JsonNode schema) {
        String low = schema.path("minimum").asText("");
        String high = schema.path("maximum").asText("");
        return high.isEmpty() ? low + " or more" : low.isEmpty() ? high + " or less" : "from " + low + " to " + high;
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(value::equals);
    }

    private static String words(Set<String> types) {
        return types.stream()
                .map(type -> switch (type) {
                    case "null" -> type;
                    case "object", "array", "integer" -> "an " + type;
                    default -> "a " + type;
                })
                .collect(Collectors.joining(" or "));
    }

    private static String kind(JsonNode value) {
        return words(Set.of(value.getNodeType().name().toLowerCase(Locale.ROOT)));
    }
}
