package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.Batching.Fate;
import dev.lectern.testkit.http.Request;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Batches as Anthropic has them: all requests in one body, results at an address of their own. */
final class AnthropicBatches extends Batches {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    AnthropicBatches(Batching batching, Mind mind, Habits habits, Tally tally) {
        super(new AnthropicDialect(), AnthropicDialect::asked, "msgbatch_", batching, mind, habits, tally);
    }

    @Override
    Optional<String> answer(Request request, String path) {
        if (path.isEmpty() && request.method().equals("POST")) {
            Batch made = made(lines(Json.read(request.text(), JsonNode.class)));
            return Optional.of(Json.line(state(made, request)));
        }
        return known(path.replaceFirst("^/", "").replaceFirst("/.*", "")).map(batch -> {
            if (path.endsWith("/results")) {
                return results(batch, outcome -> true);
            }
            visit(batch, path);
            return Json.line(state(batch, request));
        });
    }

    private static List<Batch.Line> lines(JsonNode body) {
        List<Batch.Line> lines = new ArrayList<>();
        body.path("requests")
                .forEach(line -> lines.add(new Batch.Line(line.path("custom_id").asText(), line.path("params"))));
        return lines;
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

    @Override
    ObjectNode line(Batch.Outcome outcome) {
        ObjectNode line = JSON.objectNode().put("custom_id", outcome.line().customId());
        ObjectNode result = line.putObject("result");
        switch (outcome.fate()) {
            case DONE -> {
                result.put("type", "succeeded");
                result.set("message", reply(outcome.line()));
            }
            case FAILED -> {
                result.put("type", "errored");
                result.set("error", error("Internal server error", ""));
            }
            case EXPIRED -> result.put("type", "expired");
        }
        return line;
    }
}
