package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.adapters.wire.HttpAnswer;
import dev.lectern.model.BatchClient;
import dev.lectern.model.Refusal;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** OpenAI's batch interface, and those made after it: a file of lines goes up, a file of results and one of errors come down. */
final class OpenAiBatch implements BatchClient {
    private static final Set<String> ENDED = Set.of("completed", "failed", "expired", "cancelled");

    private final Lane lane;
    private final BatchLines lines;
    private final String endpoint;

    /** @param endpoint the path that each line names */
    OpenAiBatch(Lane lane, BatchLines lines, String endpoint) {
        this.lane = lane;
        this.lines = lines;
        this.endpoint = endpoint;
    }

    @Override
    public String submit(List<Line> asked) {
        StringBuilder file = new StringBuilder();
        for (Line line : asked) {
            ObjectNode entry = BatchLines.object()
                    .put("custom_id", line.key())
                    .put("method", "POST")
                    .put("url", endpoint);
            file.append(Json.line(entry.set("body", lines.asked(line)))).append('\n');
        }
        ObjectNode order = BatchLines.object()
                .put("input_file_id", upload(file.toString()))
                .put("endpoint", endpoint)
                .put("completion_window", "24h");
        return id(lane.post("/batches", Json.line(order)));
    }

    @Override
    public State poll(String batch) {
        JsonNode state = batch(batch);
        String status = state.path("status").asText("");
        JsonNode counts = state.path("request_counts");
        long done = counts.path("completed").asLong(0) + counts.path("failed").asLong(0);
        String why = state.path("errors").path("data").path(0).path("message").asText("");
        return new State(
                ENDED.contains(status),
                done,
                counts.path("total").asLong(0),
                why.isEmpty() ? status : status + ": " + Bodies.excerpt(why));
    }

    @Override
    public List<Result> results(String batch) {
        JsonNode state = batch(batch);
        List<Result> results = new ArrayList<>();
        for (String file : List.of("output_file_id", "error_file_id")) {
            String id = state.path(file).asText("");
            if (!id.isEmpty()) {
                String content = good(lane.get(lane.access().address().at("/files/" + id + "/content")));
                BatchLines.read(content).forEach(line -> results.add(result(line)));
            }
        }
        return results;
    }

    private static Result result(JsonNode line) {
        JsonNode response = line.path("response");
        int status = response.path("status_code").asInt(0);
        String error = line.path("error")
                .path("message")
                .asText(response.path("body").path("error").path("message").asText(""));
        Optional<String> body = status == 200 ? Optional.of(Json.line(response.path("body"))) : Optional.empty();
        return new Result(
                line.path("custom_id").asText(),
                status,
                body,
                error,
                body.isPresent() ? Refusal.NOT_TAKEN : new ErrorBody(Json.line(line)).why());
    }

    private JsonNode batch(String id) {
        HttpAnswer answer = lane.get(lane.access().address().at("/batches/" + id));
        if (answer.status() == 404) {
            throw BatchLines.unknown(id, lane);
        }
        return Bodies.tree(good(answer));
    }

    private String upload(String file) {
        String boundary = "lectern-" + Hash.sha256(file.getBytes(StandardCharsets.UTF_8));
        String part = "--" + boundary + "\r\nContent-Disposition: form-data; name=";
        String form = part + "\"purpose\"\r\n\r\nbatch\r\n" + part
                + "\"file\"; filename=\"lectern.jsonl\"\r\nContent-Type: application/jsonl\r\n\r\n" + file + "\r\n--"
                + boundary + "--\r\n";
        byte[] body = form.getBytes(StandardCharsets.UTF_8);
        return id(lane.upload("/files", "multipart/form-data; boundary=" + boundary, body));
    }

    private String id(HttpAnswer answer) {
        String id = Bodies.tree(good(answer)).path("id").asText("");
        if (id.isEmpty()) {
            throw lane.faults().ofBody(answer);
        }
        return id;
    }

    private String good(HttpAnswer answer) {
        if (answer.status() != 200 && answer.status() != 201) {
            throw lane.faults().ofStatus(answer);
        }
        return answer.body();
    }
}
