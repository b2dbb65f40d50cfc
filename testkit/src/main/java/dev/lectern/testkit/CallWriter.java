package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.text.Json;
import java.util.List;

/**
 * Calls the tools that a prompt lists, in the shape that it asks for, with the least arguments that fit.
 *
 * @param spoilt whether an argument is made up that no tool describes
 */
record CallWriter(boolean spoilt) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode write(String system, String user, boolean chinese) {
        List<JsonNode> tools = user.lines()
                .filter(line -> line.startsWith("{\"type\":\"function\""))
                .map(line -> Json.read(line, JsonNode.class))
                .toList();
        String words = chinese ? "塘口" : "the pond";
        ObjectNode reply = JSON.objectNode();
        ArrayNode turns = reply.putArray("turns");
        String shape = shape(system);
        switch (shape) {
            case "none" -> {}
            case "parallel" -> {
                call(turns, words, tools.getFirst(), tools.getFirst());
                result(turns, words);
                result(turns, words);
            }
            case "steps" -> {
                call(turns, words, tools.getFirst());
                result(turns, words);
                call(turns, words, tools.getLast());
                result(turns, words);
            }
            default -> {
                call(turns, words, tools.getFirst());
                result(turns, words);
            }
        }
        boolean none = shape.equals("none");
        String able = chinese ? "查到了，一切正常。" : "I looked it up: all is well.";
        String unable = chinese ? "凭现有的工具做不到这一点。" : "I can't do that with the tools I have.";
        turn(turns, "assistant").put("content", none && !spoilt ? unable : able);
        return reply;
    }

    private static String shape(String system) {
        if (system.contains("side by side") || system.contains("并列调用")) {
            return "parallel";
        } else if (system.contains("makes the next call") || system.contains("进行下一次调用")) {
            return "steps";
        }
        return system.contains("None of the tools serves") || system.contains("没有一个工具适合") ? "none" : "single";
    }

    private void call(ArrayNode turns, String words, JsonNode... tools) {
        ArrayNode calls = turn(turns, "assistant").withArray("tool_calls");
        for (JsonNode tool : tools) {
            JsonNode function = tool.path("function");
            ObjectNode arguments = (ObjectNode) SchemaFiller.fill(function.path("parameters"), words);
            if (spoilt) {
                arguments.put("mood", "good");
            }
            calls.addObject().put("name", function.path("name").asText()).put("arguments", Json.line(arguments));
        }
    }

    private static void result(ArrayNode turns, String words) {
        turn(turns, "tool").put("content", Json.line(JSON.objectNode().put("state", words)));
    }

    private static ObjectNode turn(ArrayNode turns, String role) {
        ObjectNode turn = turns.addObject().put("role", role).putNull("content");
        turn.putArray("tool_calls");
        turn.putArray("citations");
        return turn;
    }
}
