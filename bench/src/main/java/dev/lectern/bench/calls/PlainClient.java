package dev.lectern.bench.calls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's client as bare as can be: so many requests at once, replies thrown away unread. What a layer above it can at best reach. */
final class PlainClient implements Load {
    @Override
    public Answers run(String baseUrl, int calls, int inFlight) throws IOException, InterruptedException {
        Questions questions = new Questions();
        Semaphore free = new Semaphore(inFlight);
        AtomicInteger answered = new AtomicInteger();
        URI address = URI.create(baseUrl + "/chat/completions");
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < calls; i++) {
                free.acquire();
                HttpRequest request = HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(questions.body(i)))
                        .build();
                CompletableFuture<?> unused = http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                        .thenAccept(reply -> answered.addAndGet(reply.statusCode() == 200 ? 1 : 0))
                        .whenComplete((nothing, failure) -> free.release());
            }
            free.acquire(inFlight);
        }
        return new Answers(answered.get(), "", inFlight);
    }
}
