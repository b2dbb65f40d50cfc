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

/** Instruction, input, output, with earlier turns as {@code history} pairs. Has no place for tools, nor for a field of reasoning in earlier turns. */
final class Alpaca implements Format {
    @Override
    public String name() {
        return "alpaca";
    }

    @Override
    public Row row(Sample sample, Shape shape) {
        List<Turn> turns = new ArrayList<>(sample.messages());
        String system = "";
        if (!turns.isEmpty() && turns.getFirst().role().equals("system")) {
            system = turns.removeFirst().content();
        }
        if (!sample.tools().isEmpty()
                || turns.stream()
                        .anyMatch(t -> t.role().equals("tool") || !t.toolCalls().isEmpty())) {
            return new Row.LeftOut("tools");
        }
        if (!alternates(turns)) {
            return new Row.LeftOut("no-pairs");
        }
        String asked = turns.get(turns.size() - 2).content();
        String input = inputOf(sample, asked);
        ObjectNode row = Json.mapper().createObjectNode();
        row.put("instruction", input.isEmpty() ? asked : asked.substring(0, asked.length() - input.length() - 2));
        row.put("input", input);
        row.put("output", Thinking.said(turns.getLast(), shape));
        Thinking.field(row, turns.getLast(), shape);
        row.put("system", system);
        ArrayNode history = row.putArray("history");
        for (int i = 0; i < turns.size() - 2; i += 2) {
            history.addArray().add(turns.get(i).content()).add(Thinking.said(turns.get(i + 1), shape));
        }
        row.set("meta", Meta.of(sample));
        return new Row.Written(row);
    }

    private static boolean alternates(List<Turn> turns) {
        for (int i = 0; i < turns.size(); i++) {
            if (!turns.get(i).role().equals(i % 2 == 0 ? "user" : "assistant")) {
                return false;
            }
        }
        return !turns.isEmpty() && turns.size() % 2 == 0;
    }

    /** An instruction with an input is one turn: instruction, blank line, input. */
    private static String inputOf(Sample sample, String asked) {
        JsonNode input = sample.extra().get("input");
        return input != null
                        && input.isTextual()
                        && !input.asText().isEmpty()
                        && asked.endsWith("\n\n" + input.asText())
                ? input.asText()
                : "";
    }

    @Override
    public List<Turn> read(JsonNode row) {
        List<Turn> turns = new ArrayList<>();
        String system = row.path("system").asText();
        if (!system.isEmpty()) {
            turns.add(new Turn("system", system));
        }
        for (JsonNode pair : row.path("history")) {
            turns.add(Turn.user(pair.path(0).asText()));
            turns.add(Thinking.assistant(pair.path(1).asText()));
        }
        String input = row.path("input").asText();
        turns.add(Turn.user(row.path("instruction").asText() + (input.isEmpty() ? "" : "\n\n" + input)));
        turns.add(Thinking.withField(Thinking.assistant(row.path("output").asText()), row));
        return turns;
    }

    @Override
    public Optional<ObjectNode> factoryEntry(Shape shape) {
        ObjectNode entry = Json.mapper().createObjectNode().put("formatting", "alpaca");
        entry.putObject("columns")
                .put("prompt", "instruction")
                .put("query", "input")
                .put("response", "output")
                .put("system", "system")
                .put("history", "history");
        return Optional.of(entry);
    }
}
