package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.adapters.wire.HttpAnswer;
import dev.lectern.model.BatchClient;
import dev.lectern.text.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Anthropic's message batches: all requests go up in one body, and results come down line by line. */
final class AnthropicBatch implements BatchClient {
    private static final String BATCHES = "/messages/batches";

    private final Lane lane;
    private final BatchLines lines;

    AnthropicBatch(Lane lane, BatchLines lines) {
        this.lane = lane;
        this.lines = lines;
    }

    @Override
    public String submit(List<Line> asked) {
        ObjectNode order = BatchLines.object();
        ArrayNode requests = order.putArray("requests");
        for (Line line : asked) {
            requests.addObject().put("custom_id", line.key()).set("params", lines.asked(line));
        }
        HttpAnswer answer = lane.post(BATCHES, Json.line(order));
        String id = Bodies.tree(good(answer)).path("id").asText("");
        if (id.isEmpty()) {
            throw lane.faults().ofBody(answer);
        }
        return id;
    }

    @Override
    public State poll(String batch) {
        JsonNode state = Bodies.tree(good(found(batch, lane.get(at(batch)))));
        String status = state.path("processing_status").asText("");
        long total = 0;
        for (JsonNode count : state.path("request_counts")) {
            total += count.asLong(0);
        }
        long open = state.path("request_counts").path("processing").asLong(0);
        return new State(status.equals("ended"), total - open, total, status);
    }

    /** By the path and not by the address in the answer, so that the key goes nowhere else. */
    @Override
    public List<Result> results(String batch) {
        HttpAnswer answer = found(batch, lane.get(at(batch + "/results")));
        return BatchLines.read(good(answer)).stream()
                .map(AnthropicBatch::result)
                .toList();
    }

    private static Result result(JsonNode line) {
        JsonNode result = line.path("result");
        String key = line.path("custom_id").asText();
        String type = result.path("type").asText("");
        return switch (type) {
            case "succeeded" -> new Result(key, 200, Optional.of(Json.line(result.path("message"))), "");
            case "errored" -> {
                JsonNode error =
                        result.path("error").has("error") ? result.path("error").path("error") : result.path("error");
                int status = status(error.path("type").asText(""));
                yield new Result(
                        key,
                        status,
                        Optional.empty(),
                        error.path("message").asText(""),
                        new ErrorBody(Json.line(error)).why());
            }
            default -> new Result(key, 0, Optional.empty(), type);
        };
    }

    /** The status with which the same error comes to a call of its own. */
    private static int status(String error) {
        return switch (error) {
            case "invalid_request_error" -> 400;
            case "authentication_error" -> 401;
            case "permission_error" -> 403;
            case "not_found_error" -> 404;
            case "request_too_large" -> 413;
            case "rate_limit_error" -> 429;
            case "overloaded_error" -> 529;
            default -> 500;
        };
    }

    private URI at(String path) {
        return lane.access().address().at(BATCHES + "/" + path);
    }

    private HttpAnswer found(String batch, HttpAnswer answer) {
        if (answer.status() == 404) {
            throw BatchLines.unknown(batch, lane);
        }
        return answer;
    }

    private String good(HttpAnswer answer) {
        if (answer.status() != 200) {
            throw lane.faults().ofStatus(answer);
        }
        return answer.body();
    }
}
