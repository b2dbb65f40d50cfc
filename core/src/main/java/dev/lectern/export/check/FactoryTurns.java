package dev.lectern.export.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A row's turns as LLaMA-Factory's sharegpt and openai converters take them: who may speak at which place, and what is said. */
final class FactoryTurns {
    private final Mapping mapping;
    private final Report report;
    private final boolean openai;

    FactoryTurns(Mapping mapping, Report report) {
        this.mapping = mapping;
        this.report = report;
        this.openai = mapping.formatting().equals("openai");
    }

    void check(JsonNode row) {
        JsonNode turns = mapping.value(row, "messages");
        if (!turns.isArray()) {
            report.found(Effect.STOPS, "turns-no-list", mapping.column("messages"));
            return;
        }
        if (openai) {
            report.once(Effect.NOTE, "thinking-off");
        }
        List<JsonNode> spoken = new ArrayList<>();
        turns.forEach(spoken::add);
        if (!spoken.isEmpty() && role(spoken.getFirst()).equals(mapping.tag("system_tag"))) {
            text(spoken.removeFirst(), 1);
        }
        if (spoken.isEmpty()) {
            report.found(Effect.SKIPS, "no-turns");
            return;
        }
        int place = places(spoken);
        if (place < 0) {
            return;
        }
        boolean odd = place % 2 != 0;
        if (odd != mapping.ranking()) {
            report.found(Effect.SKIPS, mapping.ranking() ? "even-turns" : "odd-turns", place);
        }
        if (mapping.ranking()) {
            pair(row);
        }
        contents(spoken);
    }

    /** How many places the turns fill, or -1 after the first that stands at the wrong one, where the converter stops too. */
    private int places(List<JsonNode> spoken) {
        int place = 0;
        for (int i = 0; i < spoken.size(); i++) {
            String role = role(spoken.get(i));
            boolean observation = role.equals(mapping.tag("observation_tag"));
            if (openai
                    && observation
                    && i + 1 < spoken.size()
                    && role(spoken.get(i + 1)).equals(role)) {
                continue;
            }
            if (openai && observation && i + 1 == spoken.size()) {
                report.found(Effect.SPOILS, "last-result-lost");
                continue;
            }
            boolean asks = observation || role.equals(mapping.tag("user_tag"));
            boolean answers = role.equals(mapping.tag("assistant_tag")) || role.equals(mapping.tag("function_tag"));
            if (role.isEmpty() || (!asks && !answers)) {
                report.found(Effect.SKIPS, "unknown-role", role, i + 1, known());
                return -1;
            }
            if (asks != (place % 2 == 0)) {
                report.found(Effect.SKIPS, "wrong-place", role, i + 1);
                return -1;
            }
            place++;
        }
        return place;
    }

    private String known() {
        return String.join(
                ", ",
                mapping.tag("user_tag"),
                mapping.tag("assistant_tag"),
                mapping.tag("observation_tag"),
                mapping.tag("function_tag"),
                mapping.tag("system_tag"));
    }

    private String role(JsonNode turn) {
        return turn.path(mapping.tag("role_tag")).asText("");
    }

    private void pair(JsonNode row) {
        for (String side : List.of("chosen", "rejected")) {
            JsonNode said = mapping.value(row, side);
            String role = role(said);
            if (!said.isObject()) {
                report.found(Effect.SKIPS, "no-pair", side);
            } else if (!role.equals(mapping.tag("assistant_tag")) && !role.equals(mapping.tag("function_tag"))) {
                report.found(Effect.SPOILS, "pair-role", side, role);
            }
        }
    }

    private void contents(List<JsonNode> spoken) {
        for (int i = 0; i < spoken.size(); i++) {
            JsonNode turn = spoken.get(i);
            String role = role(turn);
            boolean calls = openai && !turn.path("tool_calls").isEmpty();
            if (calls) {
                turn.path("tool_calls").forEach(call -> arguments(call.path("function")));
                continue;
            }
            if (!text(turn, i + 1)) {
                continue;
            }
            String said = turn.path(mapping.tag("content_tag")).asText();
            if (role.equals(mapping.tag("function_tag"))) {
                call(said);
            } else if (said.isBlank() && role.equals(mapping.tag("assistant_tag"))) {
                report.found(Effect.SPOILS, "empty-answer", i + 1);
            } else if (said.isBlank() && role.equals(mapping.tag("user_tag"))) {
                report.found(Effect.SPOILS, "empty-question", i + 1);
            }
            if (!openai && !turn.path("tool_calls").isEmpty()) {
                report.once(Effect.SPOILS, "calls-not-read");
            }
        }
    }

    private boolean text(JsonNode turn, int number) {
        JsonNode content = turn.path(mapping.tag("content_tag"));
        if (content.isTextual()) {
            return true;
        }
        report.found(Effect.STOPS, "content-not-text", number, mapping.tag("content_tag"));
        return false;
    }

    private void call(String said) {
        String json = said.replaceFirst("(?s)<think>.*?</think>", "");
        JsonNode parsed = Parsed.of(json);
        if (!parsed.isContainerNode()) {
            report.found(Effect.STOPS, "call-not-json");
            return;
        }
        if (parsed.isArray()) {
            parsed.forEach(this::arguments);
        } else {
            arguments(parsed);
        }
    }

    private void arguments(JsonNode call) {
        if (!call.has("name") || !call.has("arguments")) {
            report.found(Effect.STOPS, "call-lacks");
        } else if (!call.path("arguments").isObject()) {
            report.found(Effect.SPOILS, "arguments-text");
        }
    }
}
