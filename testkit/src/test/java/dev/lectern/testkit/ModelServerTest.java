package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.Quirk;
import dev.lectern.text.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server that other tests stand on: what it says in each provider's language, and that it counts rightly. */
class ModelServerTest {
    private static final String HELLO =
            "{\"model\":\"test-model\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]%s}";
    private final List<ModelServer> servers = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        servers.forEach(ModelServer::close);
        http.close();
    }

    @Test
    void settingsAsJsonNameOnlyWhatIsOtherwiseAndNothingUnknown() {
        ModelServer.Settings settings = ModelServer.Settings.read(
                "{\"port\":8099,\"habits\":{\"usage\":\"NEVER\"},\"pace\":{\"delay_millis\":200},"
                        + "\"faults\":{\"shares\":{\"BUSY\":0.1}}}");
        assertThat(settings.habits().usage()).isEqualTo(Habits.Usage.NEVER);
        assertThat(settings.habits().forms()).isEqualTo(Habits.CUSTOMARY.forms());
        assertThat(settings.pace()).isEqualTo(new Pace(200, 0, 0));
        assertThat(settings.faults().shares()).containsEntry(Faults.Kind.BUSY, 0.1);
        assertThatThrownBy(() -> ModelServer.Settings.read("{\"batching\":{\"fails\":0.1}}"))
                .hasMessageContaining("there is no setting 'batching.fails'")
                .hasMessageContaining("failed");
    }

    @Test
    void aBodyGetsTheSameReplyWhateverCameBefore() throws Exception {
        String said = chat(start(settings()), "").body();
        ModelServer faulty = start(settings().withFaults(Faults.of(1, 0.5, Faults.Kind.BUSY)));
        List<String> good = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> reply = chat(faulty, "");
            if (reply.statusCode() == 200) {
                good.add(reply.body());
            }
        }
        assertThat(good).isNotEmpty().containsOnly(said).hasSizeLessThan(20);
        assertThat(faulty.counts().answered()).isEqualTo(good.size());
        assertThat(faulty.counts().paidTwice()).isEqualTo(good.size() - 1);
        assertThat(faulty.counts().refused()).isEqualTo(Map.of("429", 20 - good.size()));
        assertThat(faulty.counts().distinct()).isEqualTo(1);
    }

    @Test
    void aStreamSaysWhatTheWholeReplySays() throws Exception {
        ModelServer server = start(settings().withReasoning(Habits.Reasoning.REASONING_CONTENT));
        JsonNode whole = json(chat(server, ""));
        String stream = chat(server, ",\"stream\":true,\"stream_options\":{\"include_usage\":true}")
                .body();
        StringBuilder text = new StringBuilder();
        StringBuilder reasoning = new StringBuilder();
        List<JsonNode> events = events(stream);
        events.forEach(event -> {
            JsonNode delta = event.path("choices").path(0).path("delta");
            text.append(delta.path("content").asText(""));
            reasoning.append(delta.path("reasoning_content").asText(""));
        });
        JsonNode message = whole.path("choices").path(0).path("message");
        assertThat(text).hasToString(message.path("content").asText()).hasToString("You said: hello");
        assertThat(reasoning).hasToString(message.path("reasoning_content").asText());
        assertThat(events.getLast().path("usage")).isEqualTo(whole.path("usage"));
        assertThat(stream).endsWith("data: [DONE]\n\n");
    }

    @Test
    void aSchemaThatItDoesNotKnowIsFilled() throws Exception {
        String schema =
                "{\"type\":\"object\",\"required\":[\"a\",\"b\",\"c\"],\"properties\":{\"a\":{\"type\":\"array\","
                        + "\"items\":{\"enum\":[\"x\",\"y\"]}},\"b\":{\"type\":[\"integer\",\"null\"],\"minimum\":3},\"c\":{\"type\":\"string\"}}}";
        JsonNode reply = json(chat(
                start(settings()),
                ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"schema\":" + schema + "}}"));
        assertThat(reply.path("choices").path(0).path("message").path("content").asText())
                .isEqualTo("{\"a\":[\"x\"],\"b\":3,\"c\":\"You said: hello\"}");
    }

    @Test
    void aReplyStopsAtTheLimitOfTokens() throws Exception {
        JsonNode reply = json(chat(start(settings()), ",\"max_tokens\":2"));
        assertThat(reply.path("choices").path(0).path("finish_reason").asText()).isEqualTo("length");
        assertThat(reply.path("choices").path(0).path("message").path("content").asText())
                .isEqualTo("You said");
        assertThat(reply.path("usage").path("completion_tokens").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Quirk.class)
    void whatDoesNotHeedAQuirkIsRefusedWithWords(Quirk quirk) throws Exception {
        String all = HELLO.replace(
                        "[{", "[{\"role\":\"user\",\"content\":\"first\"},{\"role\":\"system\",\"content\":\"you\"},{")
                .formatted(",\"max_tokens\":9,\"temperature\":0.5,\"response_format\":{\"type\":\"json_object\"}"
                        + (quirk == Quirk.NO_STREAM_OPTIONS ? ",\"stream\":true,\"stream_options\":{}" : ""));
        ModelServer server = start(settings().withQuirks(quirk));
        HttpResponse<String> reply = post(server, "/chat/completions", all);
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).path("error").path("message").asText()).isNotBlank();
        assertThat(server.counts().answered()).isZero();
    }

    @Test
    void beyondItsDoorsRequestsAreRefusedAndNeverWorkedOn() throws Exception {
        ModelServer server = start(settings().withMostInFlight(3).withDelay(300).withRetryAfter());
        List<CompletableFuture<HttpResponse<String>>> flights = IntStream.range(0, 12)
                .mapToObj(i -> http.sendAsync(
                        request(server, "/chat/completions", HELLO.formatted(",\"n\":" + i)),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();
        int refused = 0;
        for (CompletableFuture<HttpResponse<String>> flight : flights) {
            boolean busy = flight.get().statusCode() == 429;
            refused += busy ? 1 : 0;
            assertThat(flight.get().headers().firstValue("Retry-After").isPresent())
                    .isEqualTo(busy);
        }
        Counts counts = server.counts();
        assertThat(counts.mostInFlight()).isLessThanOrEqualTo(3);
        assertThat(counts.answered() + refused).isEqualTo(12);
        assertThat(counts.seconds().stream().mapToInt(Counts.Second::busy).sum())
                .isEqualTo(refused);
    }

    @Test
    void anthropicAndGeminiAreSpokenToo() throws Exception {
        ModelServer server = start(settings().withReasoning(Habits.Reasoning.BLOCKS));
        JsonNode message = json(post(server, "/messages", HELLO.formatted(",\"max_tokens\":100")));
        assertThat(message.path("content").path(0).path("type").asText()).isEqualTo("thinking");
        assertThat(message.path("content").path(1).path("text").asText()).isEqualTo("You said: hello");
        assertThat(message.path("stop_reason").asText()).isEqualTo("end_turn");
        assertThat(post(server, "/messages", HELLO.formatted("")).body()).contains("max_tokens: Field required");
        String contents = "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"hello\"}]}]}";
        JsonNode gemini = json(post(server, "/models/test-model:generateContent", contents));
        assertThat(gemini.path("candidates")
                        .path(0)
                        .path("content")
                        .path("parts")
                        .path(1)
                        .path("text")
                        .asText())
                .isEqualTo("You said: hello");
    }

    @Test
    void textsWithTheSameWordsLieNear() throws Exception {
        JsonNode data = json(post(
                        start(settings()),
                        "/embeddings",
                        "{\"model\":\"test-model\",\"input\":[\"the red boat sails\",\"the red boat sinks\",\"seven grey owls\"]}"))
                .path("data");
        assertThat(dot(data, 0, 0)).isCloseTo(1, offset(1e-5));
        assertThat(dot(data, 0, 1)).isGreaterThan(dot(data, 0, 2));
    }

    @Test
    void aBatchEndsAndSomeOfItsLinesFailOrExpire() throws Exception {
        ModelServer server = start(settings().withBatching(new Batching(2, 0.3, 0.3, 4)));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String body = HELLO.formatted(",\"seed\":" + i);
            lines.append("{\"custom_id\":\"c")
                    .append(i)
                    .append("\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":");
            lines.append(body).append("}\n");
        }
        String form = "--xx\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n--xx\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"b.jsonl\"\r\n\r\n" + lines
                + "\r\n--xx--\r\n";
        HttpRequest upload = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/files"))
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String file = json(http.send(upload, HttpResponse.BodyHandlers.ofString()))
                .path("id")
                .asText();
        String batch = json(post(server, "/batches", "{\"input_file_id\":\"" + file + "\"}"))
                .path("id")
                .asText();
        assertThat(json(get(server, "/batches/" + batch)).path("status").asText())
                .isEqualTo("in_progress");
        JsonNode ended = json(get(server, "/batches/" + batch));
        assertThat(ended.path("status").asText()).isEqualTo("expired");
        List<String> done = get(server, "/files/" + ended.path("output_file_id").asText() + "/content")
                .body()
                .lines()
                .toList();
        List<String> failed = get(
                        server, "/files/" + ended.path("error_file_id").asText() + "/content")
                .body()
                .lines()
                .toList();
        assertThat(done).isNotEmpty().allMatch(line -> line.contains("You said: hello"));
        assertThat(failed).anyMatch(line -> line.contains("batch_expired")).anyMatch(line -> line.contains(":500,"));
        assertThat(done.size() + failed.size()).isEqualTo(40);
        assertThat(server.counts().answered()).isEqualTo(done.size());
    }

    @Test
    void aDroppedConnectionIsNoAnswer() {
        ModelServer server = start(settings().withFaults(Faults.of(1, 1, Faults.Kind.DROPPED)));
        assertThatThrownBy(() -> chat(server, "")).isInstanceOf(IOException.class);
        assertThat(server.counts().refused()).isEqualTo(Map.of("dropped", 1));
    }

    private static double dot(JsonNode data, int one, int other) {
        JsonNode first = data.path(one).path("embedding");
        JsonNode second = data.path(other).path("embedding");
        return IntStream.range(0, first.size())
                .mapToDouble(i -> first.path(i).asDouble() * second.path(i).asDouble())
                .sum();
    }

    private static List<JsonNode> events(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> Json.read(line.substring(6), JsonNode.class))
                .toList();
    }

    private static ModelServer.Settings settings() {
        return ModelServer.Settings.sensible();
    }

    private ModelServer start(ModelServer.Settings settings) {
        servers.add(ModelServer.start(settings));
        return servers.getLast();
    }

    private HttpResponse<String> chat(ModelServer server, String more) throws Exception {
        return post(server, "/chat/completions", HELLO.formatted(more));
    }

    private HttpResponse<String> post(ModelServer server, String path, String body) throws Exception {
        return http.send(request(server, path, body), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(ModelServer server, String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> get(ModelServer server, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> reply) {
        return Json.read(reply.body(), JsonNode.class);
    }
}
