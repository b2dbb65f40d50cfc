package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lectern.model.ChatMessage;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model behind chat completions on this machine's own address, for tests: answers by rule, breaks by seed, and counts. Runs in the
 * test's process or, by {@link #main}, in one of its own, where {@code GET /counts} tells what it counted.
 */
public final class ModelServer implements AutoCloseable {
    private final Settings settings;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, AtomicInteger> bodies = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();

    /**
     * How the server behaves.
     *
     * @param port 0 for any that is free
     * @param key what a request must bring; empty text takes all
     * @param forms response formats it takes, of {@code json_schema} and {@code json_object}
     * @param delayMillis how long each reply takes
     */
    public record Settings(int port, String key, List<String> forms, int delayMillis, Rules rules, Faults faults) {
        public static Settings sensible() {
            return new Settings(0, "", List.of("json_schema", "json_object"), 0, Rules.sensible(), Faults.NONE);
        }

        public Settings withPort(int newPort) {
            return new Settings(newPort, key, forms, delayMillis, rules, faults);
        }

        public Settings withKey(String newKey) {
            return new Settings(port, newKey, forms, delayMillis, rules, faults);
        }

        public Settings withForms(String... newForms) {
            return new Settings(port, key, List.of(newForms), delayMillis, rules, faults);
        }

        public Settings withDelay(int millis) {
            return new Settings(port, key, forms, millis, rules, faults);
        }

        public Settings withRules(Rules newRules) {
            return new Settings(port, key, forms, delayMillis, newRules, faults);
        }

        public Settings withFaults(Faults newFaults) {
            return new Settings(port, key, forms, delayMillis, rules, newFaults);
        }
    }

    /**
     * What was counted.
     *
     * @param answered requests that got a whole chat completion
     * @param distinct bodies that differ
     */
    public record Counts(int requests, int answered, int mostInFlight, int distinct) {}

    private ModelServer(Settings settings) {
        this.settings = settings;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the model server", e);
        }
        http.setExecutor(threads);
        http.createContext("/v1/chat/completions", this::chat);
        http.createContext("/counts", exchange -> send(exchange, 200, Json.line(counts())));
        http.start();
    }

    public static ModelServer start(Settings settings) {
        return new ModelServer(settings);
    }

    /**
     * Serves until the process ends.
     *
     * @param args {@code Settings} as JSON
     */
    public static void main(String[] args) throws InterruptedException {
        ModelServer server = start(Json.read(args[0], Settings.class));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Thread.currentThread().join();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/v1";
    }

    public Counts counts() {
        return new Counts(requests.get(), answered.get(), mostInFlight.get(), bodies.size());
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void chat(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int nth = bodies.computeIfAbsent(body, b -> new AtomicInteger()).getAndIncrement();
            Thread.sleep(settings.delayMillis());
            // Before the reply leaves: whoever has it may ask again at once, and that would count as one more in
            // flight.
            inFlight.decrementAndGet();
            reply(exchange, body, nth);
        } catch (InterruptedException e) {
            inFlight.decrementAndGet();
            Thread.currentThread().interrupt();
        }
    }

    private void reply(HttpExchange exchange, String body, int nth) throws IOException, InterruptedException {
        JsonNode request = Json.mapper().readTree(body);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String format = request.path("response_format").path("type").asText("");
        if (!settings.key().isEmpty() && !("Bearer " + settings.key()).equals(authorization)) {
            send(exchange, 401, error("Incorrect API key provided: " + authorization));
        } else if (!request.path("model").asText().startsWith("test")) {
            send(exchange, 404, error("The model `" + request.path("model").asText() + "` does not exist"));
        } else if (!format.isEmpty() && !settings.forms().contains(format)) {
            send(exchange, 400, error("response_format " + format + " is not supported"));
        } else {
            var fault = settings.faults().at(body, nth);
            if (fault.isPresent()) {
                broken(exchange, fault.get(), said(request));
            } else {
                answered.incrementAndGet();
                send(exchange, 200, completion(said(request), "stop", ""));
            }
        }
    }

    private String said(JsonNode request) {
        List<ChatMessage> messages = new ArrayList<>();
        request.path("messages")
                .forEach(m -> messages.add(new ChatMessage(
                        m.path("role").asText(), m.path("content").asText())));
        return settings.rules().reply(messages);
    }

    private void broken(HttpExchange exchange, Faults.Kind fault, String said)
            throws IOException, InterruptedException {
        switch (fault) {
            case BUSY_WAIT -> {
                exchange.getResponseHeaders().add("Retry-After", "0.2");
                send(exchange, 429, error("slow down"));
            }
            case BUSY -> send(exchange, 429, error("slow down"));
            case BROKEN -> send(exchange, 500, "oops");
            case SLOW -> {
                Thread.sleep(500);
                send(exchange, 200, completion(said, "stop", ""));
            }
            case DROPPED -> exchange.close();
            case CUT -> {
                byte[] whole = completion(said, "stop", "").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, whole.length);
                exchange.getResponseBody().write(whole, 0, whole.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case NO_ENVELOPE -> send(exchange, 200, "<html><body>Welcome</body></html>");
            case BROKEN_JSON -> send(exchange, 200, completion("Sure! " + said.replace("\":", "\""), "stop", ""));
            case OTHER_JSON -> send(exchange, 200, completion("{\"result\":[1,2,3]}", "stop", ""));
            case LENGTH -> send(exchange, 200, completion(said.substring(0, said.length() / 2), "length", ""));
            case REFUSAL -> send(exchange, 200, completion("", "stop", "I can't help with that."));
        }
    }

    private static String completion(String content, String finish, String refusal) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("id", "chatcmpl-test").put("object", "chat.completion");
        ObjectNode choice =
                body.put("model", "test-model").putArray("choices").addObject().put("index", 0);
        ObjectNode message =
                choice.putObject("message").put("role", "assistant").put("content", content);
        if (!refusal.isEmpty()) {
            message.putNull("content").put("refusal", refusal);
        }
        choice.put("finish_reason", finish);
        body.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", content.length() / 4);
        return Json.line(body);
    }

    private static String error(String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("message", message);
        return Json.line(body);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
