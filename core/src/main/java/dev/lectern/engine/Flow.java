package dev.lectern.engine;

import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Samples in a file on this machine. */
public final class Flow {
    private final Lines lines;

    Flow(Path file) {
        lines = new Lines(file);
    }

    void add(Sample sample) {
        lines.add(place(sample), Json.line(sample));
    }

    int size() {
        return lines.size();
    }

    Stream<Sample> sorted() {
        return lines.sorted().map(line -> Json.read(line, Sample.class));
    }

    void forget() {
        lines.close();
    }

    /** (round, batch, order, id) where a recipe places batches, else the id. */
    private static String place(Sample sample) {
        Lineage lineage = sample.lineage();
        if (lineage.batch().isEmpty()) {
            return sample.id();
        }
        return String.format(
                "%09d %09d %09d %s",
                lineage.round().orElse(0),
                lineage.batch().getAsInt(),
                lineage.order().orElse(0),
                sample.id());
    }
}
