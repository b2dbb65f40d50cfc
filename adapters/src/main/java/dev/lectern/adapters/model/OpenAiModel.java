package dev.lectern.adapters.model;

import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Headroom;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.UnfitManner;
import dev.lectern.model.WireReply;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A model behind chat completions. One call is one HTTP request; the calling thread waits, so use a virtual one. Redirects are
 * not followed, so that the key goes nowhere else.
 */
public final class OpenAiModel implements ModelClient {
    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final ModelId id;
    private final Address address;
    private final Key key;
    private final Duration timeout;
    private final WireFaults faults;
    private final HttpClient http;

    OpenAiModel(ModelId id, Address address, Key key, Duration timeout) {
        this.id = id;
        this.address = address;
        this.key = key;
        this.timeout = timeout;
        this.faults = new WireFaults(id.name(), address, key);
        // HTTP/1.1: one connection per call in flight. Servers of HTTP/2 cap the streams of a connection.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Override
    public ModelId id() {
        return id;
    }

    @Override
    public String lane() {
        return address.base();
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner) {
        HttpResponse<byte[]> response = send(CompletionRequest.write(id.name(), request, manner));
        String body = new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() != 200) {
            throw fault(response, key.hide(body), request, manner);
        }
        Completion completion = new Completion(body);
        if (!completion.isReply()) {
            throw faults.ofBody(key.hide(body));
        }
        return new WireReply(completion.read(completion.model().orElse(id.name())), Headroom.UNSAID);
    }

    @Override
    public ChatReply read(String body, String answeredBy) {
        return new Completion(body).read(answeredBy);
    }

    /** Templates that can't take a request make some servers fall over with a 500. */
    private RuntimeException fault(HttpResponse<?> response, String body, ChatRequest request, Manner manner) {
        int status = response.statusCode();
        boolean complains = status == 400 || status == 422 || status == 500;
        return Optional.of(body)
                .filter(said -> complains)
                .flatMap(said -> Complaint.quirk(said, request, manner))
                .<RuntimeException>map(quirk -> new UnfitManner(quirk, Bodies.excerpt(body)))
                .orElseGet(() -> faults.ofStatus(response, body));
    }

    private HttpResponse<byte[]> send(String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.chat())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("User-Agent", "lectern")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", key.header());
        }
        // The client's own timeout ends with the headers; a body that stalls must end as well.
        CompletableFuture<HttpResponse<byte[]>> flight =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            return flight.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            flight.cancel(true);
            Thread.currentThread().interrupt();
            throw new ModelException(ModelException.Kind.UNREACHABLE, "interrupted during a call", e);
        } catch (TimeoutException e) {
            flight.cancel(true);
            throw faults.ofTimeout(timeout);
        } catch (ExecutionException e) {
            throw faults.ofConnection(e.getCause() == null ? e : e.getCause());
        }
    }
}
