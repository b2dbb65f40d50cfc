package dev.lectern.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.text.Json;
import java.util.function.UnaryOperator;

/** A tool call's arguments: an object here, and what each target wants of it. */
final class ToolCalls {
    private ToolCalls() {}

    /** The call {@code {"id","type","function":{"name","arguments"}}} with its arguments written another way. */
    static JsonNode withArguments(JsonNode call, UnaryOperator<JsonNode> way) {
        ObjectNode copy = call.deepCopy();
        if (copy.path("function") instanceof ObjectNode function) {
            function.set("arguments", way.apply(function.path("arguments")));
        }
        return copy;
    }

    static JsonNode asText(JsonNode arguments) {
        if (arguments.isTextual()) {
            return arguments;
        }
        return TextNode.valueOf(arguments.isMissingNode() || arguments.isNull() ? "{}" : Json.line(arguments));
    }

    /** Text that is no JSON stays text. */
    static JsonNode asObject(JsonNode arguments) {
        if (!arguments.isTextual()) {
            return arguments.isMissingNode() ? Json.mapper().createObjectNode() : arguments;
        }
        try {
            return Json.mapper().readTree(arguments.asText());
        } catch (JsonProcessingException e) {
            return arguments;
        }
    }
}
