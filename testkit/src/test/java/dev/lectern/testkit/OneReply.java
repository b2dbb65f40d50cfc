package dev.lectern.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A chat server that answers when it is asked whether it is ready, and from then on always the same, or with a fault. */
final class OneReply implements AutoCloseable {
    private static final String READY = "{\"ready\":true,\"notes\":[],\"reason\":null}";

    private final HttpServer server;
    private final String reply;
    private final int status;

    private OneReply(String reply, int status) {
        this.reply = reply;
        this.status = status;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    static OneReply saying(String text) {
        return new OneReply(text, 200);
    }

    static OneReply failing() {
        return new OneReply("out of order", 500);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean probed = request.contains("Are you ready?");
        Map<String, Object> message = Map.of("role", "assistant", "content", probed ? READY : reply);
        byte[] bytes = Json.line(
                        Map.of("choices", List.of(Map.of("index", 0, "message", message, "finish_reason", "stop"))))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(probed ? 200 : status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
