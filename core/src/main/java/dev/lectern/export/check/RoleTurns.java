package dev.lectern.export.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What every reader of role and content messages demands. */
final class RoleTurns {
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool");

    private RoleTurns() {}

    /** Reports what is wrong with each turn; false if there is nothing that more could be said of. */
    static boolean wellFormed(JsonNode turns, String column, Report report) {
        if (!turns.isArray()) {
            report.found(Effect.STOPS, "turns-no-list", column);
            return false;
        }
        if (turns.isEmpty()) {
            report.found(Effect.STOPS, "no-turns");
            return false;
        }
        for (int i = 0; i < turns.size(); i++) {
            turn(turns.get(i), i + 1, report);
        }
        return true;
    }

    private static void turn(JsonNode turn, int number, Report report) {
        String role = turn.path("role").asText("");
        if (!ROLES.contains(role)) {
            report.found(Effect.STOPS, "unknown-role", role, number, "system, user, assistant, tool");
            return;
        }
        JsonNode content = turn.path("content");
        boolean calls = !turn.path("tool_calls").isEmpty();
        if (content.isArray() && !content.isEmpty()) {
            parts(content, number, report);
        } else if (!content.isTextual() && !calls) {
            report.found(Effect.STOPS, "content-not-text", number, "content");
        } else if (content.asText("").isBlank() && !calls) {
            if (role.equals("assistant")) {
                report.found(Effect.SPOILS, "empty-answer", number);
            } else if (role.equals("user")) {
                report.found(Effect.SPOILS, "empty-question", number);
            }
        }
    }

    /** Content as a list of parts: {@code {"type":"text","text":…}}. */
    private static void parts(JsonNode content, int number, Report report) {
        for (JsonNode part : content) {
            if (part.path("type").asText().equals("text") && !part.path("text").isTextual()) {
                report.found(Effect.STOPS, "part-lacks-text", number);
                return;
            }
        }
    }
}
