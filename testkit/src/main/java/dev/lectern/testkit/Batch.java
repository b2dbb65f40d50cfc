package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.testkit.Batching.Fate;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.List;

/** A batch that was handed in: its lines, how often it was asked after, and, once it ends, what became of each line. */
final class Batch {
    private final String id;
    private final List<Line> lines;
    private final Batching batching;
    private final List<Outcome> outcomes = new ArrayList<>();
    private int polls;
    private boolean cancelled;

    /** @param customId the client's name for it */
    record Line(String customId, JsonNode body) {}

    record Outcome(Line line, Fate fate) {}

    Batch(String id, List<Line> lines, Batching batching) {
        this.id = id;
        this.lines = List.copyOf(lines);
        this.batching = batching;
    }

    String id() {
        return id;
    }

    int size() {
        return lines.size();
    }

    boolean ended() {
        return cancelled || polls >= batching.polls();
    }

    /** Someone asks after it. Ends it if that was often enough. */
    void poll(Tally tally) {
        polls++;
        if (ended() && outcomes.isEmpty()) {
            lines.forEach(line -> outcomes.add(new Outcome(line, fate(line, tally))));
        }
    }

    void cancel(Tally tally) {
        cancelled = true;
        lines.forEach(line -> tally.refused("cancelled"));
    }

    boolean cancelled() {
        return cancelled;
    }

    private Fate fate(Line line, Tally tally) {
        String digest = Hash.sha256(Json.line(line.body()));
        Fate fate = batching.fate(digest, tally.came(digest));
        if (fate == Fate.DONE) {
            tally.answered(digest);
        } else {
            tally.refused(fate == Fate.FAILED ? "batch_failed" : "batch_expired");
        }
        return fate;
    }

    /** What became of the lines, in another order than they came, as providers have it; empty before the end. */
    List<Outcome> outcomes() {
        return outcomes.reversed();
    }

    long count(Fate fate) {
        return outcomes.stream().filter(outcome -> outcome.fate() == fate).count();
    }
}
