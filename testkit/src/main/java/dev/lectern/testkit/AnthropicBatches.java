package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.Batching.Fate;
import dev.lectern.testkit.http.Request;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Batches as Anthropic has them: all requests in one body, results at an address of their own. */
final class AnthropicBatches {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Batch> batches = new HashMap<>();
    private final Batching batching;
    private final Mind mind;
    private final Habits habits;
    private final Tally tally;
    private final AnthropicDialect dialect = new AnthropicDialect();

    AnthropicBatches(Batching batching, Mind mind, Habits habits, Tally tally) {
        this.batching = batching;
        this.mind = mind;
        this.habits = habits;
        this.tally = tally;
    }

    /**
     * The answer to a request about batches.
     *
     * @param path behind {@code /messages/batches}
     * @return empty if there is no such thing
     */
    Optional<String> answer(Request request, String path) {
        if (path.isEmpty() && request.method().equals("POST")) {
            Batch made = make(Json.read(request.text(), JsonNode.class));
            return Optional.of(Json.line(state(made, request)));
        }
        String id = path.replaceFirst("^/", "").replaceFirst("/.*", "");
        return Optional.ofNullable(batches.get(id)).map(batch -> {
            if (path.endsWith("/results")) {
                return results(batch);
            } else if (path.endsWith("/cancel")) {
                batch.cancel(tally);
            } else {
                batch.poll(tally);
            }
            return Json.line(state(batch, request));
        });
    }

    private Batch make(JsonNode body) {
        List<Batch.Line> lines = new ArrayList<>();
        body.path("requests")
                .forEach(line -> lines.add(new Batch.Line(line.path("custom_id").asText(), line.path("params"))));
        Batch batch = new Batch("msgbatch_" + (batches.size() + 1), lines, batching);
        batches.put(batch.id(), batch);
        return batch;
    }

    private static ObjectNode state(Batch batch, Request request) {
        ObjectNode state = JSON.objectNode().put("id", batch.id()).put("type", "message_batch");
        state.put("processing_status", batch.ended() ? "ended" : "in_progress");
        state.putObject("request_counts")
                .put("processing", batch.ended() ? 0 : batch.size())
                .put("succeeded", batch.count(Fate.DONE))
                .put("errored", batch.count(Fate.FAILED))
                .put("canceled", batch.cancelled() ? batch.size() : 0)
                .put("expired", batch.count(Fate.EXPIRED));
        state.putNull("results_url");
        if (batch.ended()) {
            state.put(
                    "results_url",
                    "http://" + request.header("host") + "/v1/messages/batches/" + batch.id() + "/results");
        }
        return state;
    }

    private String results(Batch batch) {
        return batch.outcomes().stream()
                .map(outcome -> Json.line(line(outcome)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private ObjectNode line(Batch.Outcome outcome) {
        ObjectNode line = JSON.objectNode().put("custom_id", outcome.line().customId());
        ObjectNode result = line.putObject("result");
        switch (outcome.fate()) {
            case DONE -> {
                Asked asked = AnthropicDialect.asked(outcome.line().body());
                result.put("type", "succeeded");
                result.set("message", Json.read(dialect.whole(asked, mind.answer(asked), habits), JsonNode.class));
            }
            case FAILED -> {
                result.put("type", "errored");
                result.set("error", Json.read(dialect.error(500, "Internal server error", ""), JsonNode.class));
            }
            case EXPIRED -> result.put("type", "expired");
        }
        return line;
    }
}
