package dev.lectern.adapters.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** TLS, and proxies, by the JDK's client. */
final class JdkWire implements Wire {
    private static final byte[] END = {};
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private final HttpClient http;
    private final Optional<Proxies.Proxy> proxy;

    JdkWire(Duration connect, Optional<Proxies.Proxy> proxy) {
        this.proxy = proxy;
        // HTTP/1.1: one connection per call in flight. Servers of HTTP/2 cap the streams of a connection.
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .executor(Executors.newFixedThreadPool(
                        Runtime.getRuntime().availableProcessors(),
                        Thread.ofPlatform().daemon().name("lectern-http-", 0).factory()));
        proxy.ifPresent(p -> builder.proxy(p.selector()));
        this.http = builder.build();
    }

    @Override
    public HttpAnswer send(HttpCall call, Intake intake, Duration timeout) throws IOException, InterruptedException {
        Deadline deadline = new Deadline(timeout);
        CompletableFuture<HttpResponse<Void>> flight = http.sendAsync(request(call), info -> {
            intake.begin(
                    info.statusCode(), info.headers().firstValue("content-type").orElse(""));
            arrived(head(info), intake);
            return HttpResponse.BodySubscribers.ofByteArrayConsumer(piece -> {
                byte[] bytes = piece.orElse(END);
                if (piece.isEmpty() || bytes.length > 0) {
                    arrived(chunk(bytes), intake);
                    take(bytes, intake, deadline);
                }
            });
        });
        try {
            HttpResponse<Void> response = landed(flight, deadline);
            SortedMap<String, String> headers = new TreeMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new HttpAnswer(response.statusCode(), headers, intake.text());
        } finally {
            flight.cancel(true);
        }
    }

    /** The answer as it would be without the client between, in chunks: the last is empty and says that it is whole. */
    private static byte[] head(HttpResponse.ResponseInfo info) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(info.statusCode()).append("\r\n");
        info.headers().map().forEach((name, values) -> {
            if (!FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
                head.append(name).append(": ").append(values.getFirst()).append("\r\n");
            }
        });
        return head.append("Transfer-Encoding: chunked\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] chunk(byte[] bytes) {
        byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(size.length + bytes.length + 2)
                .put(size)
                .put(bytes)
                .put(new byte[] {'\r', '\n'})
                .array();
    }

    private static void arrived(byte[] bytes, Intake intake) {
        intake.landing().take(bytes, 0, bytes.length);
    }

    private static void take(byte[] bytes, Intake intake, Deadline deadline) {
        try {
            boolean said = intake.take(bytes, 0, bytes.length);
            if (intake.streams()) {
                deadline.restart(said);
            }
        } catch (TooLargeException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The client's own timeout ends with the headers; a body that stalls must end as well. */
    private static HttpResponse<Void> landed(CompletableFuture<HttpResponse<Void>> flight, Deadline deadline)
            throws IOException, InterruptedException {
        for (; ; ) {
            try {
                return flight.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // A stream may have moved it meanwhile.
                deadline.millisLeft();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException io) {
                    throw io.getCause() instanceof UncheckedIOException held ? held.getCause() : io;
                } else if (e.getCause() instanceof UncheckedIOException held) {
                    throw held.getCause();
                }
                throw new IOException(e.getCause() == null ? e : e.getCause());
            }
        }
    }

    private HttpRequest request(HttpCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .header("User-Agent", "lectern")
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::header);
        proxy.flatMap(Proxies.Proxy::authorization).ifPresent(word -> request.header("Proxy-Authorization", word));
        return request.build();
    }
}
