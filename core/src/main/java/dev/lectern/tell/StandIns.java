package dev.lectern.tell;

import dev.lectern.engine.RunFolder;
import dev.lectern.export.Note;
import dev.lectern.model.call.CallMeter;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which rows hold answers of models that stood in for the one that was asked; {@code run/stand-ins.jsonl} names them. */
final class StandIns {
    static final String FILE = "run/stand-ins.jsonl";

    private final CallMeter meter;
    private final SortedMap<String, Long> rows = new TreeMap<>();

    /** A row, and of its calls those that a stand-in answered, by their keys. */
    private record Line(String id, SortedMap<String, String> calls) {}

    StandIns(CallMeter meter) {
        this.meter = meter;
    }

    /** @param samples all rows that were accepted; closed here */
    void write(Stream<Sample> samples, RunFolder folder) {
        try (samples) {
            if (meter.counts().standIns().isEmpty()) {
                Files.deleteIfExists(folder.root().resolve(FILE));
            } else {
                folder.writeLines(
                        FILE,
                        samples.map(this::line)
                                .filter(line -> !line.calls().isEmpty())
                                .map(Json::line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take " + FILE + " away", e);
        }
    }

    private Line line(Sample sample) {
        SortedMap<String, String> calls = new TreeMap<>();
        sample.lineage().calls().forEach(key -> meter.standIn(key).ifPresent(model -> calls.put(key, model)));
        new TreeSet<>(calls.values()).forEach(model -> rows.merge(model, 1L, Long::sum));
        return new Line(sample.id(), calls);
    }

    /** One for each model that stood in; after {@link #write}. */
    Stream<Note> notes() {
        return meter.counts().standIns().entrySet().stream()
                .map(each ->
                        new Note("stand-ins", rows.getOrDefault(each.getKey(), 0L), each.getKey(), each.getValue()));
    }

    /** Names of the models whose answers rows hold; after {@link #write}. */
    Stream<String> models() {
        return rows.keySet().stream();
    }
}
