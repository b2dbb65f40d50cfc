package dev.lectern.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Samples that left the flow: dropped and failed ones, each with its stage and reason, in the order of (id, stage). */
public final class Leavings implements AutoCloseable {
    /** A line of {@code dropped.jsonl}. */
    public record DroppedLine(
            String id,
            String stage,
            String reason,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> twin,
            Sample sample) {}

    /** A line of {@code failed.jsonl}. */
    public record FailedLine(
            String id,
            String stage,
            String cause,
            String raw,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> calls,
            Sample sample) {}

    /** A line of {@code run/held.jsonl}: what waits for the next run, and why. */
    public record HeldLine(String id, String stage, String reason) {}

    private final Lines dropped;
    private final Lines failed;
    private final Lines held;

    /** @param folder where the lines lie until they are asked for; what failed and what is held can be looked at there meanwhile */
    public static Leavings in(Path folder) {
        return new Leavings(folder);
    }

    private Leavings(Path folder) {
        dropped = new Lines(folder.resolve("dropped.jsonl"));
        failed = new Lines(folder.resolve("failed.jsonl"), true);
        held = new Lines(folder.resolve("held.jsonl"), true);
    }

    /** Kept ones go on; held ones are found again by the next run and only noted. */
    void put(String stage, Outcome outcome) {
        switch (outcome) {
            case Outcome.Dropped d ->
                dropped.add(
                        key(stage, d.sample()),
                        Json.line(new DroppedLine(d.sample().id(), stage, d.reason(), d.twin(), d.sample())));
            case Outcome.Failed f ->
                failed.add(
                        key(stage, f.sample()),
                        Json.line(new FailedLine(f.sample().id(), stage, f.cause(), f.raw(), f.calls(), f.sample())));
            case Outcome.Kept k -> {}
            case Outcome.Held h ->
                held.add(
                        key(stage, h.sample()),
                        Json.line(new HeldLine(h.sample().id(), stage, h.reason())));
        }
    }

    /** The draw itself waits: there is no sample yet, so the line goes by the name of the draw. */
    void waits(String draw, String reason) {
        held.add(draw, Json.line(new HeldLine(draw, draw, reason)));
    }

    /** Lines of {@code dropped.jsonl}, in order; close the stream. */
    public Stream<String> dropped() {
        return dropped.sorted();
    }

    /** Lines of {@code failed.jsonl}, in order; close the stream. */
    public Stream<String> failed() {
        return failed.sorted();
    }

    /** Lines of {@code run/held.jsonl}, in order; close the stream. */
    public Stream<String> held() {
        return held.sorted();
    }

    @Override
    public void close() {
        held.close();
        dropped.close();
        failed.close();
    }

    private static String key(String stage, Sample sample) {
        return sample.id() + " " + stage;
    }
}
