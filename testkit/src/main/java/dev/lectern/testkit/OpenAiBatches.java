package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.Batching.Fate;
import dev.lectern.testkit.http.Request;
import dev.lectern.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Batches as OpenAI has them: a file goes in, a batch is made of it and asked after, a file or two come out. */
final class OpenAiBatches {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, String> files = new HashMap<>();
    private final Map<String, Batch> batches = new HashMap<>();
    private final Batching batching;
    private final Mind mind;
    private final Habits habits;
    private final Tally tally;
    private final OpenAiDialect dialect = new OpenAiDialect();

    OpenAiBatches(Batching batching, Mind mind, Habits habits, Tally tally) {
        this.batching = batching;
        this.mind = mind;
        this.habits = habits;
        this.tally = tally;
    }

    /**
     * The answer to a request about files and batches.
     *
     * @param path behind the version, {@code /batches/batch_1}
     * @return empty if there is no such thing
     */
    Optional<String> answer(Request request, String path) {
        String id = path.replaceFirst("/(files|batches)/?", "").replaceFirst("/.*", "");
        boolean post = request.method().equals("POST");
        if (path.equals("/files") && post) {
            return Optional.of(Json.line(upload(request)));
        } else if (path.startsWith("/files/")) {
            return Optional.ofNullable(files.get(id))
                    .map(text -> path.endsWith("/content") ? text : Json.line(file(id)));
        } else if (path.equals("/batches") && post) {
            return make(Json.read(request.text(), JsonNode.class)).map(Json::line);
        }
        Optional<Batch> batch = Optional.ofNullable(batches.get(id));
        batch.ifPresent(known -> {
            if (path.endsWith("/cancel")) {
                known.cancel(tally);
            } else {
                known.poll(tally);
            }
        });
        return batch.map(this::state).map(Json::line);
    }

    private ObjectNode upload(Request request) {
        String type = request.header("content-type");
        String boundary = "--" + type.replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
        String text = new String(request.body(), StandardCharsets.UTF_8);
        int name = text.indexOf("name=\"file\"");
        int from = text.indexOf("\r\n\r\n", name) + 4;
        String id = "file-" + (files.size() + 1);
        files.put(id, text.substring(from, text.indexOf("\r\n" + boundary, from)));
        return file(id);
    }

    private static ObjectNode file(String id) {
        return JSON.objectNode()
                .put("id", id)
                .put("object", "file")
                .put("purpose", "batch")
                .put("status", "processed");
    }

    private Optional<ObjectNode> make(JsonNode body) {
        return Optional.ofNullable(files.get(body.path("input_file_id").asText()))
                .map(file -> {
                    Batch batch = new Batch(
                            "batch_" + (batches.size() + 1),
                            file.lines()
                                    .filter(line -> !line.isBlank())
                                    .map(line -> Json.read(line, JsonNode.class))
                                    .map(line -> new Batch.Line(
                                            line.path("custom_id").asText(), line.path("body")))
                                    .toList(),
                            batching);
                    batches.put(batch.id(), batch);
                    return state(batch);
                });
    }

    private ObjectNode state(Batch batch) {
        ObjectNode state = JSON.objectNode().put("id", batch.id()).put("object", "batch");
        state.put("endpoint", "/v1/chat/completions").put("status", status(batch));
        long failed = batch.count(Fate.FAILED) + batch.count(Fate.EXPIRED);
        state.putObject("request_counts")
                .put("total", batch.size())
                .put("completed", batch.count(Fate.DONE))
                .put("failed", failed);
        state.putNull("output_file_id").putNull("error_file_id");
        if (batch.count(Fate.DONE) > 0) {
            state.put("output_file_id", out(batch, true));
        }
        if (failed > 0) {
            state.put("error_file_id", out(batch, false));
        }
        return state;
    }

    private static String status(Batch batch) {
        if (batch.cancelled()) {
            return "cancelled";
        } else if (!batch.ended()) {
            return "in_progress";
        }
        return batch.count(Fate.EXPIRED) > 0 ? "expired" : "completed";
    }

    private String out(Batch batch, boolean done) {
        String id = "file-" + batch.id() + (done ? "-output" : "-error");
        files.computeIfAbsent(
                id,
                name -> batch.outcomes().stream()
                        .filter(outcome -> (outcome.fate() == Fate.DONE) == done)
                        .map(outcome -> Json.line(line(outcome)))
                        .collect(Collectors.joining("\n", "", "\n")));
        return id;
    }

    private ObjectNode line(Batch.Outcome outcome) {
        ObjectNode line = JSON.objectNode().put("id", "batch_req_test");
        line.put("custom_id", outcome.line().customId()).putNull("response").putNull("error");
        switch (outcome.fate()) {
            case DONE -> {
                Asked asked = dialect.asked(outcome.line().body());
                respond(line, 200, dialect.whole(asked, mind.answer(asked), habits));
            }
            case FAILED -> respond(line, 500, dialect.error(500, "The server had an error", "server_error"));
            case EXPIRED ->
                line.putObject("error")
                        .put("code", "batch_expired")
                        .put("message", "This request could not be executed before the completion window expired.");
        }
        return line;
    }

    private static void respond(ObjectNode line, int status, String body) {
        ObjectNode response =
                line.putObject("response").put("status_code", status).put("request_id", "test");
        response.set("body", Json.read(body, JsonNode.class));
    }
}
