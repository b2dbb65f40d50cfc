package dev.lectern.adapters.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** TLS, and proxies, by the JDK's client. */
final class JdkWire implements Wire {
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
            return HttpResponse.BodySubscribers.ofByteArrayConsumer(
                    piece -> piece.ifPresent(bytes -> take(bytes, intake, deadline)));
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
