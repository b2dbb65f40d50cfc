package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.text.Json;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts the pieces of a streamed chat completion together to the body that would have come in one piece, so that what is kept reads the
 * same whichever way it came. Usage stays away where the server does not say it.
 */
final class StreamedCompletion implements Consumer<String> {
    private final SortedMap<String, StringBuilder> texts = new TreeMap<>();
    private final SortedMap<Integer, Tool> tools = new TreeMap<>();
    private Optional<String> id = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Optional<String> finish = Optional.empty();
    private Optional<JsonNode> usage = Optional.empty();
    private Optional<JsonNode> error = Optional.empty();
    private boolean done;

    private record Tool(StringBuilder name, StringBuilder arguments) {}

    @Override
    public void accept(String data) {
        if (data.equals("[DONE]")) {
            done = true;
            return;
        }
        JsonNode piece = Bodies.tree(data);
        id = id.or(() -> said(piece.path("id")));
        model = model.or(() -> said(piece.path("model")));
        usage = object(piece.path("usage")).or(() -> usage);
        error = Optional.of(piece.path("error"))
                .filter(e -> e.isObject() || e.isTextual())
                .or(() -> error);
        JsonNode choice = piece.path("choices").path(0);
        usage = object(choice.path("usage")).or(() -> usage);
        finish = said(choice.path("finish_reason")).or(() -> finish);
        delta(choice.path("delta"));
    }

    /** Whether the server said that it was through. */
    boolean isWhole() {
        return done || finish.isPresent();
    }

    /** Whether the server broke off with a complaint, which is then the body. */
    boolean isError() {
        return error.isPresent();
    }

    String body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (error.isPresent()) {
            return Json.line(body.set("error", error.get()));
        }
        id.ifPresent(name -> body.put("id", name));
        body.put("object", "chat.completion");
        model.ifPresent(name -> body.put("model", name));
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        ObjectNode message =
                choice.putObject("message").put("role", "assistant").put("content", "");
        texts.forEach((name, text) -> message.put(name, text.toString()));
        if (!tools.isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            tools.values()
                    .forEach(tool -> calls.addObject()
                            .put("type", "function")
                            .putObject("function")
                            .put("name", tool.name().toString())
                            .put("arguments", tool.arguments().toString()));
        }
        choice.put("finish_reason", finish.orElse("stop"));
        usage.ifPresent(counts -> body.set("usage", counts));
        return Json.line(body);
    }

    private void delta(JsonNode delta) {
        for (String name : new String[] {"content", "reasoning_content", "reasoning", "refusal"}) {
            append(name, Completion.text(delta.path(name)));
        }
        append("reasoning_content", Completion.thoughts(delta.path("content")));
        for (JsonNode call : delta.path("tool_calls")) {
            Tool tool = tools.computeIfAbsent(
                    call.path("index").asInt(0), i -> new Tool(new StringBuilder(), new StringBuilder()));
            tool.name().append(call.path("function").path("name").asText(""));
            tool.arguments().append(call.path("function").path("arguments").asText(""));
        }
    }

    private void append(String name, String text) {
        if (!text.isEmpty()) {
            texts.computeIfAbsent(name, n -> new StringBuilder()).append(text);
        }
    }

    private static Optional<String> said(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<JsonNode> object(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isObject);
    }
}
