package dev.lectern.model.call;

import dev.lectern.model.Embedder;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.VectorText;
import dev.lectern.text.Json;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * No vector is made twice: each text is looked up by itself, those that are not kept are made some at a time, and kept before anybody sees
 * them. Whoever asks for a text that is just being made waits for it. A retired vector is used all the same: it is no draw.
 */
final class KeptEmbedder implements Embedder {
    /** How many texts go into one request; providers take 10 to 2,048, nearly all of them 32. */
    static final int TEXTS_PER_REQUEST = 32;

    private final Keeping keeping;
    private final VectorSource source;
    private final OptionalInt dimensions;
    private final Map<String, Flight> flights = new ConcurrentHashMap<>();

    private record Flight(String text, CompletableFuture<float[]> vector) {}

    /** @param dimensions empty where only a vector tells */
    KeptEmbedder(ModelId id, OptionalInt dimensions, VectorSource source, ReplyStore store, Clock clock) {
        this.keeping = new Keeping(KEPT, id, store, clock);
        this.dimensions = dimensions;
        this.source = source;
    }

    @Override
    public ModelId id() {
        return keeping.model();
    }

    @Override
    public int dimensions() {
        return dimensions.orElseGet(() -> embed(List.of("lectern")).getFirst().length);
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        Map<String, Flight> wanted = new HashMap<>();
        List<Flight> inOrder = new ArrayList<>();
        List<Flight> mine = new ArrayList<>();
        try {
            for (String text : texts) {
                inOrder.add(wanted.computeIfAbsent(text, each -> claimed(each, mine)));
            }
            List<Flight> missing =
                    mine.stream().filter(flight -> !recalled(flight)).toList();
            make(missing);
            // Others' flights are waited for only now, so that two callers never wait for each other.
            return inOrder.stream()
                    .map(flight -> landed(flight.vector()).clone())
                    .toList();
        } catch (UncheckedIOException e) {
            ModelException lost = Keeping.cannot(e);
            mine.forEach(flight -> flight.vector().completeExceptionally(lost));
            throw lost;
        } finally {
            for (Flight flight : mine) {
                flight.vector().completeExceptionally(new IllegalStateException("the vector was not made"));
                flights.remove(flight.text(), flight);
            }
        }
    }

    private Flight claimed(String text, List<Flight> mine) {
        Flight own = new Flight(text, new CompletableFuture<>());
        Flight first = flights.putIfAbsent(text, own);
        if (first != null) {
            return first;
        }
        mine.add(own);
        return own;
    }

    private boolean recalled(Flight flight) {
        return keeping.find(of(flight))
                .map(reply -> flight.vector()
                        .complete(VectorText.read(
                                Json.read(reply.answer(), Answer.class).vector())))
                .isPresent();
    }

    /** All requests are on their way at once as far as the limits allow; what one of them brought is kept though another failed. */
    private void make(List<Flight> flights) {
        List<CompletableFuture<Void>> requests = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int from = 0; from < flights.size(); from += TEXTS_PER_REQUEST) {
                List<Flight> some = flights.subList(from, Math.min(from + TEXTS_PER_REQUEST, flights.size()));
                requests.add(CompletableFuture.runAsync(() -> request(some), threads));
            }
        }
        requests.forEach(KeptEmbedder::landed);
    }

    /** Where several are refused, one of them may be to blame alone: each half is asked for by itself, down to that one. */
    private void request(List<Flight> some) {
        boolean refused;
        try (Bill bill = new Bill()) {
            refused = !made(some, bill);
        }
        if (refused) {
            int half = some.size() / 2;
            try {
                request(some.subList(0, half));
            } finally {
                request(some.subList(half, some.size()));
            }
        }
    }

    /** @return false if they were refused together */
    private boolean made(List<Flight> some, Bill bill) {
        try {
            List<float[]> vectors = source.embed(some.stream().map(Flight::text).toList(), bill);
            List<Reply> replies = new ArrayList<>();
            Bill nothing = new Bill();
            for (int i = 0; i < some.size(); i++) {
                String answer = Json.line(new Answer(VectorText.write(vectors.get(i))));
                replies.add(keeping.reply(of(some.get(i)), answer, i == 0 ? bill : nothing));
            }
            keeping.store().putAll(replies);
            for (int i = 0; i < some.size(); i++) {
                some.get(i).vector().complete(vectors.get(i));
            }
            return true;
        } catch (ModelException e) {
            keeping.store().spend(bill.spent());
            if (e.kind() == ModelException.Kind.REFUSED && some.size() > 1) {
                return false;
            }
            some.forEach(flight -> flight.vector().completeExceptionally(e));
            throw e;
        }
    }

    private static Map<String, String> of(Flight flight) {
        return Map.of("text", flight.text());
    }

    private static <T> T landed(CompletableFuture<T> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** The {@code answer} of a kept vector, as {@link VectorText#write} writes it. */
    private record Answer(String vector) {}
}
