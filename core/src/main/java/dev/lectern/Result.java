package dev.lectern;

import dev.lectern.report.RunReport;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a build came to.
 *
 * @param exitStatus 0 done · 3 done, but short of what was asked, or units failed or are held · 4 stopped at the budget
 */
public record Result(Path folder, RunReport report, int exitStatus) {
    public static final int DONE = 0;
    public static final int SHORT = 3;
    public static final int BUDGET = 4;

    /** The accepted samples in canonical order; close the stream. */
    public Stream<Sample> samples() {
        try {
            BufferedReader lines = Files.newBufferedReader(folder.resolve("samples.jsonl"));
            return lines.lines().map(line -> Json.read(line, Sample.class)).onClose(() -> close(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
