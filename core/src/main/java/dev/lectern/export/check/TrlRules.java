package dev.lectern.export.check;

import com.fasterxml.jackson.databind.JsonNode;

/** TRL's SFT trainer: messages for a chat template, or text, or prompt and completion. */
final class TrlRules implements RowRules {
    @Override
    public void check(JsonNode row, Report report) {
        switch (Layout.of(row)) {
            case MESSAGES -> messages(row, report);
            case SHAREGPT -> report.once(Effect.SPOILS, "trl-sharegpt");
            case ALPACA -> report.once(Effect.STOPS, "trl-alpaca");
            case PROMPT -> {
                if (!row.has("completion") && !row.has("chosen")) {
                    report.found(Effect.STOPS, "no-completion");
                }
            }
            case TEXT -> {
                if (!row.path("text").isTextual()) {
                    report.found(Effect.STOPS, "content-not-text", 1, "text");
                }
            }
            case UNKNOWN -> report.once(Effect.STOPS, "unknown-layout", FactoryRules.fields(row));
        }
    }

    private static void messages(JsonNode row, Report report) {
        if (row.has("conversations") && !row.has("messages")) {
            report.once(Effect.NOTE, "conversations-of-roles");
        }
        JsonNode turns = row.has("messages") ? row.path("messages") : row.path("conversations");
        if (!RoleTurns.wellFormed(turns, "messages", report)) {
            return;
        }
        boolean answered = false;
        String before = "";
        for (int i = 0; i < turns.size(); i++) {
            JsonNode turn = turns.get(i);
            String role = turn.path("role").asText();
            answered |= role.equals("assistant");
            if (role.equals(before) && (role.equals("user") || role.equals("assistant"))) {
                report.once(Effect.NOTE, "alternation", role, i + 1);
            }
            before = role;
            for (JsonNode call : turn.path("tool_calls")) {
                if (call.path("function").path("arguments").isTextual()) {
                    report.once(Effect.SPOILS, "arguments-text-trl");
                }
            }
        }
        if (!answered) {
            report.found(Effect.SPOILS, "nothing-to-learn");
        } else if (before.equals("user")) {
            report.found(Effect.NOTE, "ends-on-user");
        }
    }
}
