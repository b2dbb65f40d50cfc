package dev.lectern.model.call;

import dev.lectern.model.ModelException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Calls that are on their way, by what they ask for: whoever asks for the same meanwhile waits for the first, and shares what becomes of it. */
final class Flights<K, V> {
    private final Map<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    /** @param joined what those make of the outcome who did not call themselves */
    V share(K key, Supplier<V> call, UnaryOperator<V> joined) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> flight = flights.putIfAbsent(key, mine);
        return flight == null ? fly(key, mine, call) : joined.apply(landed(flight));
    }

    private V fly(K key, CompletableFuture<V> flight, Supplier<V> call) {
        try {
            V outcome = call.get();
            flight.complete(outcome);
            return outcome;
        } catch (RuntimeException | Error e) {
            flight.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key, flight);
        }
    }

    private static <V> V landed(CompletableFuture<V> flight) {
        try {
            return flight.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException(ModelException.Kind.UNREACHABLE, "interrupted while waiting for a model", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ModelException refusal) {
                throw refusal;
            } else if (e.getCause() instanceof UncheckedIOException store) {
                throw store;
            }
            throw new IllegalStateException("the call that this one shares broke", e.getCause());
        }
    }
}
