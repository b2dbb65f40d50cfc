package dev.lectern.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages as OpenAI's fine-tuning takes them and TRL, Axolotl and LLaMA-Factory read them. Strict: OpenAI refuses columns it
 * does not know, so there is no {@code meta}, and reasoning has a field only where that is asked for; a row's id stands at the same line of the other layouts. Tool-call arguments are text.
 */
final class OpenAi implements Format {
    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Row row(Sample sample, Shape shape) {
        ObjectNode row = Json.mapper().createObjectNode();
        ArrayNode messages = row.putArray("messages");
        sample.messages().forEach(turn -> messages.add(message(turn, shape)));
        if (!sample.tools().isEmpty()) {
            row.putArray("tools").addAll(sample.tools());
        }
        return new Row.Written(row);
    }

    private static ObjectNode message(Turn turn, Shape shape) {
        ObjectNode message = Json.mapper().createObjectNode();
        message.put("role", turn.role());
        message.put("content", Thinking.said(turn, shape));
        Thinking.field(message, turn, shape);
        if (!turn.toolCalls().isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            turn.toolCalls().forEach(call -> calls.add(ToolCalls.withArguments(call, ToolCalls::asText)));
        }
        turn.toolCallId().ifPresent(id -> message.put("tool_call_id", id));
        turn.name().ifPresent(name -> message.put("name", name));
        if (turn.role().equals("assistant")) {
            turn.train().ifPresent(train -> message.put("weight", train ? 1 : 0));
        }
        return message;
    }

    @Override
    public List<Turn> read(JsonNode row) {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode message : row.path("messages")) {
            String role = message.path("role").asText();
            String content = message.path("content").asText();
            Turn said = role.equals("assistant")
                    ? Thinking.withField(Thinking.assistant(content), message)
                    : new Turn(role, content);
            List<JsonNode> calls = new ArrayList<>();
            message.path("tool_calls").forEach(call -> calls.add(ToolCalls.withArguments(call, ToolCalls::asObject)));
            turns.add(new Turn(
                    role,
                    said.content(),
                    said.reasoning(),
                    calls,
                    text(message, "tool_call_id"),
                    text(message, "name"),
                    message.has("weight") ? Optional.of(message.path("weight").asInt() != 0) : Optional.empty()));
        }
        return turns;
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.has(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
    }

    /**
     * By role tags: LLaMA-Factory's own {@code openai} formatting would write "detailed thinking off" into every system
     * prompt, and encodes text arguments a second time. So a file with tools gets no entry; the sharegpt layout serves.
     */
    @Override
    public Optional<ObjectNode> factoryEntry(Shape shape) {
        if (shape.tools()) {
            return Optional.empty();
        }
        ObjectNode entry = Json.mapper().createObjectNode().put("formatting", "sharegpt");
        entry.putObject("columns").put("messages", "messages");
        entry.set("tags", FactoryTags.of("role", "content", "user", "assistant", "tool", "function_call", "system"));
        return Optional.of(entry);
    }
}
