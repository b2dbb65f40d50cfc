package dev.lectern.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.nio.file.Path;
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
    public record FailedLine(String id, String stage, String cause, String raw, Sample sample) {}

    private final Lines dropped;
    private final Lines failed;

    /** @param folder where the lines lie until they are asked for */
    public static Leavings in(Path folder) {
        return new Leavings(folder);
    }

    private Leavings(Path folder) {
        dropped = new Lines(folder.resolve("dropped.jsonl"));
        failed = new Lines(folder.resolve("failed.jsonl"));
    }

    /** Kept ones go on and held ones are found again by the next run: neither leaves. */
    void put(String stage, Outcome outcome) {
        switch (outcome) {
            case Outcome.Dropped d ->
                dropped.add(
                        key(stage, d.sample()),
                        Json.line(new DroppedLine(d.sample().id(), stage, d.reason(), d.twin(), d.sample())));
            case Outcome.Failed f ->
                failed.add(
                        key(stage, f.sample()),
                        Json.line(new FailedLine(f.sample().id(), stage, f.cause(), f.raw(), f.sample())));
            case Outcome.Kept k -> {}
            case Outcome.Held h -> {}
        }
    }

    /** Lines of {@code dropped.jsonl}, in order; close the stream. */
    public Stream<String> dropped() {
        return dropped.sorted();
    }

    /** Lines of {@code failed.jsonl}, in order; close the stream. */
    public Stream<String> failed() {
        return failed.sorted();
    }

    @Override
    public void close() {
        dropped.close();
        failed.close();
    }

    private static String key(String stage, Sample sample) {
        return sample.id() + " " + stage;
    }
}
