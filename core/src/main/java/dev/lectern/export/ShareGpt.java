package dev.lectern.export;

import com.fasterxml.jackson.core.JsonProcessingException;
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
 * Conversations of human and gpt, with {@code function_call} and {@code observation} turns, {@code tools} as JSON text and the
 * system prompt in a column of its own: what LLaMA-Factory reads best. Several results of one turn's calls become one observation, a JSON list.
 */
final class ShareGpt implements Format {
    @Override
    public String name() {
        return "sharegpt";
    }

    @Override
    public Row row(Sample sample, Shape shape) {
        ObjectNode row = Json.mapper().createObjectNode();
        ArrayNode conversations = row.putArray("conversations");
        String system = "";
        List<Turn> turns = sample.messages();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            switch (turn.role()) {
                case "system" -> {
                    if (i > 0) {
                        return new Row.LeftOut("late-system");
                    }
                    system = turn.content();
                }
                case "user" -> say(conversations, "human", turn.content());
                case "assistant" -> {
                    if (turn.toolCalls().isEmpty()) {
                        Thinking.field(say(conversations, "gpt", Thinking.said(turn, shape)), turn, shape);
                    } else if (!turn.content().isBlank()) {
                        return new Row.LeftOut("speaks-and-calls");
                    } else {
                        String called = Thinking.said(turn, shape) + calls(turn);
                        Thinking.field(say(conversations, "function_call", called), turn, shape);
                    }
                }
                case "tool" -> {
                    List<Turn> results = turns.subList(i, endOfResults(turns, i));
                    say(conversations, "observation", results(results));
                    i += results.size() - 1;
                }
                default -> {
                    return new Row.LeftOut("unknown-role");
                }
            }
        }
        row.put("system", system);
        row.put("tools", sample.tools().isEmpty() ? "" : tools(sample));
        row.set("meta", Meta.of(sample));
        return new Row.Written(row);
    }

    /** Bare, without the wrapper {"type","function"}, which older LLaMA-Factory does not take. */
    private static String tools(Sample sample) {
        return Json.line(sample.tools().stream()
                .map(tool -> tool.has("function") ? tool.path("function") : tool)
                .toList());
    }

    private static ObjectNode say(ArrayNode conversations, String from, String value) {
        return conversations.addObject().put("from", from).put("value", value);
    }

    /** One call as an object, several as a list, each {"name","arguments":object}. */
    private static String calls(Turn turn) {
        ArrayNode calls = Json.mapper().createArrayNode();
        for (JsonNode call : turn.toolCalls()) {
            JsonNode function = call.path("function");
            calls.addObject()
                    .put("name", function.path("name").asText())
                    .set("arguments", ToolCalls.asObject(function.path("arguments")));
        }
        return Json.line(calls.size() == 1 ? calls.get(0) : calls);
    }

    private static int endOfResults(List<Turn> turns, int from) {
        int end = from;
        while (end < turns.size() && turns.get(end).role().equals("tool")) {
            end++;
        }
        return end;
    }

    private static String results(List<Turn> results) {
        return results.size() == 1
                ? results.getFirst().content()
                : Json.line(results.stream().map(Turn::content).toList());
    }

    @Override
    public List<Turn> read(JsonNode row) {
        List<Turn> turns = new ArrayList<>();
        String system = row.path("system").asText();
        if (!system.isEmpty()) {
            turns.add(new Turn("system", system));
        }
        int calls = 0;
        for (JsonNode said : row.path("conversations")) {
            String value = said.path("value").asText();
            switch (said.path("from").asText()) {
                case "human" -> turns.add(Turn.user(value));
                case "function_call" -> {
                    Turn turn = Thinking.withField(called(value), said);
                    calls = turn.toolCalls().size();
                    turns.add(turn);
                }
                case "observation" -> observed(value, calls).forEach(turns::add);
                default -> turns.add(Thinking.withField(Thinking.assistant(value), said));
            }
        }
        return turns;
    }

    private static Turn called(String value) {
        Turn said = Thinking.assistant(value);
        JsonNode parsed = parse(said.content());
        List<JsonNode> calls = new ArrayList<>();
        for (JsonNode call :
                parsed.isArray() ? parsed : Json.mapper().createArrayNode().add(parsed)) {
            calls.add(Json.mapper().createObjectNode().put("type", "function").set("function", call));
        }
        return new Turn("assistant", "", said.reasoning(), calls, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<Turn> observed(String value, int calls) {
        List<Turn> results = new ArrayList<>();
        if (calls > 1 && parse(value) instanceof ArrayNode list) {
            list.forEach(result -> results.add(new Turn("tool", result.asText())));
        } else {
            results.add(new Turn("tool", value));
        }
        return results;
    }

    private static JsonNode parse(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            return Json.mapper().missingNode();
        }
    }

    @Override
    public Optional<ObjectNode> factoryEntry(Shape shape) {
        ObjectNode entry = Json.mapper().createObjectNode().put("formatting", "sharegpt");
        entry.putObject("columns")
                .put("messages", "conversations")
                .put("system", "system")
                .put("tools", "tools");
        entry.set("tags", FactoryTags.of("from", "value", "human", "gpt", "observation", "function_call", "system"));
        return Optional.of(entry);
    }
}
