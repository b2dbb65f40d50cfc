package dev.lectern.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Whether a value fits a JSON schema whose references are resolved, to the letter: a number written as text is text. Arguments that the
 * schema does not describe do not fit, whether it forbids them or not, for nobody said what they would do.
 */
public final class Fit {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:\\S+");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Fit() {}

    /** What does not fit, such as {@code $.city should be a string}; empty if all does. */
    public static Optional<String> problem(JsonNode schema, JsonNode value) {
        return problem(schema, value, "$");
    }

    private static Optional<String> problem(JsonNode schema, JsonNode value, String at) {
        boolean mayBeNull = schema.path("nullable").asBoolean() && value.isNull();
        if (mayBeNull) {
            return Optional.empty();
        }
        return type(schema, value, at)
                .or(() -> choice(schema, value, at))
                .or(() -> alternatives(schema, value, at))
                .or(() -> value.isTextual() ? text(schema, value.asText(), at) : Optional.empty())
                .or(() -> value.isNumber() ? number(schema, value.decimalValue(), at) : Optional.empty())
                .or(() -> value instanceof ArrayNode array ? list(schema, array, at) : Optional.empty())
                .or(() -> value.isObject() ? object(schema, value, at) : Optional.empty());
    }

    private static Optional<String> type(JsonNode schema, JsonNode value, String at) {
        JsonNode type = schema.path("type");
        Set<String> types = type.isTextual()
                ? Set.of(type.asText())
                : StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet());
        boolean fits = types.isEmpty() || types.stream().anyMatch(t -> is(t, value));
        return fits
                ? Optional.empty()
                : Optional.of(at + " should be "
                        + String.join(" or ", types.stream().sorted().toList()));
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
            default -> true;
        };
    }

    private static Optional<String> choice(JsonNode schema, JsonNode value, String at) {
        boolean among = !schema.path("enum").isArray()
                || StreamSupport.stream(schema.path("enum").spliterator(), false)
                        .anyMatch(value::equals);
        boolean constant = !schema.has("const") || schema.path("const").equals(value);
        return among && constant ? Optional.empty() : Optional.of(at + " is none of the values allowed");
    }

    private static Optional<String> alternatives(JsonNode schema, JsonNode value, String at) {
        for (JsonNode one : schema.path("allOf")) {
            Optional<String> problem = problem(merged(schema, one), value, at);
            if (problem.isPresent()) {
                return problem;
            }
        }
        for (String word : new String[] {"anyOf", "oneOf"}) {
            JsonNode list = schema.path(word);
            boolean fits = list.isEmpty()
                    || StreamSupport.stream(list.spliterator(), false)
                            .anyMatch(one ->
                                    problem(merged(schema, one), value, at).isEmpty());
            if (!fits) {
                return Optional.of(at + " fits none of the alternatives");
            }
        }
        boolean not = schema.path("not").isObject()
                && !schema.path("not").isEmpty()
                && problem(schema.path("not"), value, at).isEmpty();
        return not ? Optional.of(at + " is what it must not be") : Optional.empty();
    }

    /** A part of a schema sees the properties of the whole, so that they don't count as unknown. */
    private static JsonNode merged(JsonNode whole, JsonNode part) {
        if (!part.has("properties") && !whole.has("properties")) {
            return part;
        }
        com.fasterxml.jackson.databind.node.ObjectNode copy = part.deepCopy();
        com.fasterxml.jackson.databind.node.ObjectNode properties = copy.objectNode();
        whole.path("properties").fieldNames().forEachRemaining(properties::putObject);
        for (JsonNode one : whole.path("allOf")) {
            one.path("properties").fieldNames().forEachRemaining(properties::putObject);
        }
        part.path("properties").properties().forEach(p -> properties.set(p.getKey(), p.getValue()));
        copy.set("properties", properties);
        return copy;
    }

    private static Optional<String> text(JsonNode schema, String value, String at) {
        int length = value.codePointCount(0, value.length());
        if (length < schema.path("minLength").asInt(0)
                || length > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            return Optional.of(at + " is too short or too long");
        } else if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asText())
                        .matcher(value)
                        .find()) {
            return Optional.of(at + " does not match its pattern");
        }
        boolean formed = switch (schema.path("format").asText("")) {
            case "date" -> parses(() -> LocalDate.parse(value));
            case "date-time" -> parses(() -> OffsetDateTime.parse(value));
            case "email" -> EMAIL.matcher(value).matches();
            case "uri", "url" -> URI.matcher(value).matches();
            case "uuid" -> UUID.matcher(value).matches();
            default -> true;
        };
        return formed
                ? Optional.empty()
                : Optional.of(at + " is no " + schema.path("format").asText());
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<String> number(JsonNode schema, BigDecimal value, String at) {
        boolean low = (schema.path("minimum").isNumber()
                        && value.compareTo(schema.path("minimum").decimalValue()) < 0)
                || (schema.path("exclusiveMinimum").isNumber()
                        && value.compareTo(schema.path("exclusiveMinimum").decimalValue()) <= 0);
        boolean high = (schema.path("maximum").isNumber()
                        && value.compareTo(schema.path("maximum").decimalValue()) > 0)
                || (schema.path("exclusiveMaximum").isNumber()
                        && value.compareTo(schema.path("exclusiveMaximum").decimalValue()) >= 0);
        JsonNode step = schema.path("multipleOf");
        boolean off = step.isNumber()
                && step.decimalValue().signum() > 0
                && value.remainder(step.decimalValue()).signum() != 0;
        return low || high || off ? Optional.of(at + " is out of its range") : Optional.empty();
    }

    private static Optional<String> list(JsonNode schema, ArrayNode value, String at) {
        if (value.size() < schema.path("minItems").asInt(0)
                || value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
            return Optional.of(at + " has too few or too many items");
        }
        Set<JsonNode> seen = new HashSet<>();
        if (schema.path("uniqueItems").asBoolean()
                && !StreamSupport.stream(value.spliterator(), false).allMatch(seen::add)) {
            return Optional.of(at + " holds an item twice");
        }
        return IntStream.range(0, value.size())
                .mapToObj(i -> problem(schema.path("items"), value.get(i), at + "[" + i + "]"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> object(JsonNode schema, JsonNode value, String at) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asText())) {
                return Optional.of(at + "." + name.asText() + " is missing");
            }
        }
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        boolean free = others.isObject()
                || others.asBoolean(false)
                || (!schema.has("properties") && !others.isBoolean())
                || isOpen(schema);
        for (var field : value.properties()) {
            if (properties.has(field.getKey())) {
                Optional<String> problem =
                        problem(properties.path(field.getKey()), field.getValue(), at + "." + field.getKey());
                if (problem.isPresent()) {
                    return problem;
                }
            } else if (!free) {
                return Optional.of(at + "." + field.getKey() + " is not described");
            }
        }
        return Optional.empty();
    }

    /** What its alternatives describe, they are asked about. */
    private static boolean isOpen(JsonNode schema) {
        return schema.has("allOf") || schema.has("anyOf") || schema.has("oneOf") || schema.has("patternProperties");
    }
}
