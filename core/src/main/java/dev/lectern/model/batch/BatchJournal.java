package dev.lectern.model.batch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.BatchClient.Result;
import dev.lectern.model.CallKey;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.text.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the run folder knows of the batches of one model: which were handed in, with which lines, and what came back. Kept among the
 * replies, so it is as durable as they are.
 */
final class BatchJournal {
    /** Replies of these kinds are no answers to calls: a batch that was handed in, a line of it that came back, its end. */
    private static final String HANDED_IN = "batch";

    private static final String LINE = "batch-line";
    private static final String END = "batch-end";

    private final ReplyStore store;
    private final ModelId model;
    private final Clock clock;
    private final Map<String, String> arrived = new ConcurrentHashMap<>();

    BatchJournal(ReplyStore store, ModelId model, Clock clock) {
        this.store = store;
        this.model = model;
        this.clock = clock;
    }

    /** A batch that is on its way. */
    record Batch(String id, List<String> lines, Instant at) {}

    private record Lines(List<String> lines) {}

    /** Throws if a batch could not be noted, so that none is handed in then. */
    void ready() {
        store.ready();
    }

    /** Notes a batch, durable on return. */
    Batch handedIn(String id, List<String> lines) {
        store.put(note(HANDED_IN, batch(id), Json.line(new Lines(lines))));
        return new Batch(id, List.copyOf(lines), clock.instant());
    }

    /** Notes that a batch has ended, and what it brought before that. Lines that brought nothing may be handed in again. */
    void ended(Batch batch, List<Result> brought) {
        store.putAll(brought.stream()
                .map(result -> note(LINE, line(batch.id(), result.key()), Json.line(result)))
                .toList());
        store.put(note(END, end(batch.id()), "{}"));
        brought.forEach(result -> arrived.put(result.key(), batch.id()));
    }

    /** The batches of earlier invocations that had not ended; what others brought can be asked for from now on. */
    List<Batch> open() {
        List<Batch> open = new ArrayList<>();
        if (store.count(HANDED_IN) == 0) {
            return open;
        }
        store.each(HANDED_IN, reply -> {
            JsonNode asked = Json.read(reply.asked().text(), JsonNode.class);
            String id = asked.path("batch").asText();
            if (!CallKey.of(batch(id)).hash().equals(reply.key())) {
                return;
            }
            List<String> lines = Json.read(reply.answer(), Lines.class).lines();
            if (store.find(CallKey.of(end(id)).hash()).isPresent()) {
                lines.forEach(line -> arrived.put(line, id));
            } else {
                open.add(new Batch(id, lines, reply.at()));
            }
        });
        return open;
    }

    /** What a line brought that was handed in by whichever invocation; each is given once, so that a line can be asked anew. */
    Optional<Result> take(String line) {
        return Optional.ofNullable(arrived.remove(line))
                .flatMap(batch -> store.find(CallKey.of(line(batch, line)).hash()))
                .map(reply -> Json.read(reply.answer(), Result.class));
    }

    private Reply note(String kind, Map<String, String> asked, String answer) {
        return Reply.noted(CallKey.of(asked), kind, answer, model.name(), clock.instant());
    }

    private Map<String, String> batch(String id) {
        return Map.of("batch", id, "provider", model.provider(), "base", model.base(), "model", model.name());
    }

    private static Map<String, String> line(String batch, String line) {
        return Map.of("batch", batch, "line", line);
    }

    private static Map<String, String> end(String batch) {
        return Map.of("batch", batch, "end", "");
    }
}
