package dev.lectern;

import dev.lectern.engine.Ledger;
import dev.lectern.report.MixShare;
import dev.lectern.report.RunReport;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
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

    /** Short of what was asked, or something failed or is held: 3; held for the budget: 4. */
    static Result of(Path folder, RunReport report, OptionalInt samples, Ledger ledger) {
        if (ledger.heldForBudget()) {
            return new Result(folder, report, BUDGET);
        }
        long rows = report.samples().accepted();
        boolean tooFew = rows == 0 || (samples.isPresent() && rows < samples.getAsInt());
        boolean offTheMix = report.mix().stream().anyMatch(MixShare::isShort);
        boolean done = !tooFew && !offTheMix && !report.partial() && ledger.failed() == 0;
        return new Result(folder, report, done ? DONE : SHORT);
    }

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
