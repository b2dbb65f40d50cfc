package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.http.Request;
import dev.lectern.text.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The batches of a server, however its house has them handed in and told of: kept, asked after, called off, answered. */
abstract class Batches {
    private final Map<String, Batch> batches = new HashMap<>();
    private final Batching batching;
    private final Mind mind;
    private final Habits habits;
    private final Tally tally;
    private final Dialect dialect;
    private final Function<JsonNode, Asked> reader;
    private final String prefix;

    /**
     * @param reader of the bodies of lines
     * @param prefix what the ids of batches begin with
     */
    Batches(
            Dialect dialect,
            Function<JsonNode, Asked> reader,
            String prefix,
            Batching batching,
            Mind mind,
            Habits habits,
            Tally tally) {
        this.dialect = dialect;
        this.reader = reader;
        this.prefix = prefix;
        this.batching = batching;
        this.mind = mind;
        this.habits = habits;
        this.tally = tally;
    }

    /**
     * The answer to a request about batches.
     *
     * @param path behind what all of them have in common
     * @return empty if there is no such thing
     */
    abstract Optional<String> answer(Request request, String path);

    /** A line of results. */
    abstract ObjectNode line(Batch.Outcome outcome);

    final Batch made(List<Batch.Line> lines) {
        Batch batch = new Batch(prefix + (batches.size() + 1), lines, batching);
        batches.put(batch.id(), batch);
        return batch;
    }

    final Optional<Batch> known(String id) {
        return Optional.ofNullable(batches.get(id));
    }

    /** Someone asks after it, or calls it off where the path says so. */
    final void visit(Batch batch, String path) {
        if (path.endsWith("/cancel")) {
            batch.cancel(tally);
        } else {
            batch.poll(tally);
        }
    }

    final String results(Batch batch, Predicate<Batch.Outcome> which) {
        return batch.outcomes().stream()
                .filter(which)
                .map(outcome -> Json.line(line(outcome)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What the model says to a line. */
    final JsonNode reply(Batch.Line line) {
        Asked asked = reader.apply(line.body());
        return Json.read(dialect.whole(asked, mind.answer(asked), habits), JsonNode.class);
    }

    final JsonNode error(String message, String type) {
        return Json.read(dialect.error(500, message, type), JsonNode.class);
    }
}
