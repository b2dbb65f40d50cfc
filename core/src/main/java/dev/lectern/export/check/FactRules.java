package dev.lectern.export.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.seed.Fact;
import dev.lectern.seed.Facts;
import dev.lectern.seed.OldFacts;
import java.util.List;
import java.util.Set;

/** Finds rows, in any layout, whose answers still say what facts have changed. */
final class FactRules {
    static final String RULE = "old-fact";

    private static final Set<String> ANSWERING = Set.of("assistant", "gpt", "model", "bot");
    private static final List<String> COLUMNS = List.of("output", "response", "completion", "chosen");
    private static final List<String> ASKING = List.of("instruction", "input", "prompt", "question");

    private final OldFacts old;

    FactRules(Facts facts) {
        old = new OldFacts(facts);
    }

    void check(JsonNode row, Report report) {
        StringBuilder asked = new StringBuilder();
        StringBuilder answered = new StringBuilder();
        for (String turns : List.of("messages", "conversations")) {
            for (JsonNode turn : row.path(turns)) {
                String role = turn.path("role").asText(turn.path("from").asText());
                String words = turn.path("content").asText(turn.path("value").asText());
                (ANSWERING.contains(role) ? answered : asked).append(words).append('\n');
            }
        }
        ASKING.forEach(column -> asked.append(text(row, column)));
        COLUMNS.forEach(column -> answered.append(text(row, column)));
        for (Fact fact : old.in(asked.toString(), answered.toString())) {
            report.found(Effect.SPOILS, RULE, fact.before(), fact.now(), fact.line());
        }
    }

    private static String text(JsonNode row, String column) {
        return row.path(column).isTextual() ? row.path(column).asText() + "\n" : "";
    }
}
