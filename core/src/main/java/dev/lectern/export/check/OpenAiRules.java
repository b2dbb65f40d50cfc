package dev.lectern.export.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** OpenAI's fine-tuning upload, which checks every line and refuses the whole file for one. */
final class OpenAiRules implements RowRules {
    private static final Set<String> COLUMNS = Set.of(
            "messages",
            "tools",
            "parallel_tool_calls",
            "functions",
            "input",
            "preferred_output",
            "non_preferred_output");
    private static final Set<String> TURN =
            Set.of("role", "content", "name", "weight", "tool_calls", "tool_call_id", "function_call", "refusal");

    @Override
    public void check(JsonNode row, Report report) {
        if (Layout.of(row) != Layout.MESSAGES || !row.has("messages")) {
            report.once(Effect.STOPS, "openai-layout", FactoryRules.fields(row));
            return;
        }
        row.fieldNames().forEachRemaining(column -> {
            if (!COLUMNS.contains(column)) {
                report.once(Effect.STOPS, "extra-column", column);
            }
        });
        JsonNode turns = row.path("messages");
        if (!RoleTurns.wellFormed(turns, "messages", report)) {
            return;
        }
        calls(turns, report);
        for (int i = 0; i < turns.size(); i++) {
            turn(turns.get(i), i + 1, report);
        }
        if (!turns.path(turns.size() - 1).path("role").asText().equals("assistant")) {
            report.found(Effect.STOPS, "ends-without-answer");
        }
        if (row.path("tools").isArray() && row.path("tools").isEmpty()) {
            report.found(Effect.STOPS, "empty-list", "tools");
        }
    }

    private static void turn(JsonNode turn, int number, Report report) {
        turn.fieldNames().forEachRemaining(key -> {
            if (!TURN.contains(key)) {
                report.once(Effect.STOPS, "extra-key", key, number);
            }
        });
        JsonNode weight = turn.path("weight");
        if (!weight.isMissingNode()
                && (!turn.path("role").asText().equals("assistant")
                        || !weight.isIntegralNumber()
                        || (weight.asInt() != 0 && weight.asInt() != 1))) {
            report.found(Effect.STOPS, "weight", number);
        }
    }

    /** Every call has an id and text arguments, every result names a call, every call has its result. */
    private static void calls(JsonNode turns, Report report) {
        Set<String> open = new HashSet<>();
        for (int i = 0; i < turns.size(); i++) {
            JsonNode turn = turns.get(i);
            if (turn.path("tool_calls").isArray() && turn.path("tool_calls").isEmpty()) {
                report.found(Effect.STOPS, "empty-list", "tool_calls");
            }
            for (JsonNode call : turn.path("tool_calls")) {
                if (!call.path("id").isTextual()) {
                    report.found(Effect.STOPS, "call-without-id", i + 1);
                } else {
                    open.add(call.path("id").asText());
                }
                if (!call.path("function").path("arguments").isTextual()) {
                    report.found(Effect.STOPS, "arguments-object", i + 1);
                }
            }
            if (turn.path("role").asText().equals("tool")
                    && !open.remove(turn.path("tool_call_id").asText(""))) {
                report.found(Effect.STOPS, "result-without-call", i + 1);
            }
        }
        if (!open.isEmpty()) {
            report.found(
                    Effect.STOPS,
                    "call-without-result",
                    String.join(", ", open.stream().sorted().toList()));
        }
    }
}
