package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.Batching.Fate;
import dev.lectern.testkit.http.Request;
import dev.lectern.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Batches as OpenAI has them: a file goes in, a batch is made of it and asked after, a file or two come out. */
final class OpenAiBatches extends Batches {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, String> files = new HashMap<>();

    OpenAiBatches(Batching batching, Mind mind, Habits habits, Tally tally) {
        super(new OpenAiDialect(), OpenAiDialect::asked, "batch_", batching, mind, habits, tally);
    }

    /**
     * The answer to a request about files and batches.
     *
     * @param path behind the version, {@code /batches/batch_1}
     * @return empty if there is no such thing
     */
    @Override
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
        Optional<Batch> batch = known(id);
        batch.ifPresent(known -> visit(known, path));
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
                .map(file -> state(made(lines(file))));
    }

    private static List<Batch.Line> lines(String file) {
        return file.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line, JsonNode.class))
                .map(line -> new Batch.Line(line.path("custom_id").asText(), line.path("body")))
                .toList();
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
        files.computeIfAbsent(id, name -> results(batch, outcome -> (outcome.fate() == Fate.DONE) == done));
        return id;
    }

    @Override
    ObjectNode line(Batch.Outcome outcome) {
        ObjectNode line = JSON.objectNode().put("id", "batch_req_test");
        line.put("custom_id", outcome.line().customId()).putNull("response").putNull("error");
        switch (outcome.fate()) {
            case DONE -> respond(line, 200, reply(outcome.line()));
            case FAILED -> respond(line, 500, error("The server had an error", "server_error"));
            case EXPIRED ->
                line.putObject("error")
                        .put("code", "batch_expired")
                        .put("message", "This request could not be executed before the completion window expired.");
        }
        return line;
    }

    private static void respond(ObjectNode line, int status, JsonNode body) {
        ObjectNode response =
                line.putObject("response").put("status_code", status).put("request_id", "test");
        response.set("body", body);
    }
}
