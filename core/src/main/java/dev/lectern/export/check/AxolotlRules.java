package dev.lectern.export.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Axolotl: type chat_template for conversations, type alpaca for instructions. */
final class AxolotlRules implements RowRules {
    private static final Set<String> ROLES = Set.of("human", "user", "gpt", "assistant", "system", "tool");

    @Override
    public void check(JsonNode row, Report report) {
        switch (Layout.of(row)) {
            case MESSAGES -> {
                boolean named = row.has("messages");
                if (!named) {
                    report.once(Effect.NOTE, "axolotl-conversations");
                }
                RoleTurns.wellFormed(row.path(named ? "messages" : "conversations"), "messages", report);
            }
            case SHAREGPT -> sharegpt(row.path("conversations"), report);
            case ALPACA -> alpaca(row, report);
            case PROMPT -> report.once(Effect.STOPS, "unknown-layout", FactoryRules.fields(row));
            case TEXT -> report.once(Effect.NOTE, "axolotl-completion");
            case UNKNOWN -> report.once(Effect.STOPS, "unknown-layout", FactoryRules.fields(row));
        }
    }

    private static void sharegpt(JsonNode turns, Report report) {
        report.once(Effect.NOTE, "axolotl-mapping");
        if (!turns.isArray() || turns.isEmpty()) {
            report.found(Effect.SKIPS, "no-turns");
            return;
        }
        for (int i = 0; i < turns.size(); i++) {
            String role = turns.get(i).path("from").asText("");
            JsonNode value = turns.get(i).path("value");
            if (!ROLES.contains(role)) {
                report.found(Effect.SPOILS, "unknown-role", role, i + 1, "human, gpt, system, tool");
            } else if (!value.isTextual()) {
                report.found(Effect.STOPS, "content-not-text", i + 1, "value");
            } else if (value.asText().isBlank()) {
                boolean answer = role.equals("gpt") || role.equals("assistant");
                report.found(Effect.SPOILS, answer ? "empty-answer" : "empty-question", i + 1);
            }
        }
    }

    private static void alpaca(JsonNode row, Report report) {
        report.once(Effect.NOTE, "axolotl-alpaca");
        if (!row.path("output").isTextual()) {
            report.found(Effect.STOPS, "no-answer", "output");
        } else if (row.path("output").asText().isBlank()) {
            report.found(Effect.SPOILS, "empty-answer", "output");
        }
        if (!row.path("history").isEmpty()) {
            report.once(Effect.SPOILS, "axolotl-history");
        }
    }
}
