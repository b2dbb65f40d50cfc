package dev.lectern.prepare;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.engine.Progress;
import dev.lectern.engine.Progress.Counts;
import dev.lectern.ingest.Ingest;
import dev.lectern.ingest.IngestReport;
import dev.lectern.ingest.ReadOptions;
import dev.lectern.options.BuildOptions;
import dev.lectern.redact.Redaction;
import dev.lectern.redact.Redactor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The first step of every build: files become a corpus, and whoever waits hears of it as of a stage named {@code read}. */
public record Reading(BuildOptions options, Progress progress) {
    private static final String STAGE = "read";

    /** @throws ProblemsException if no document can be read, with each file's reason */
    public Ingest.Result into(Path folder) {
        long began = System.nanoTime();
        progress.hear(new Progress.Started(STAGE, 0));
        ReadOptions how = ReadOptions.DEFAULT.withThreads(options.threads()).withGiven(given());
        if (!options.language().equals("auto")) {
            how = how.withLanguage(options.language());
        }
        Optional<Redactor> redactor =
                options.calls().redaction().filter(Redaction::keep).map(Redactor::new);
        how = redactor.map(how::withRedactor).orElse(how);
        Ingest.Result read = Ingest.installed()
                .into(
                        folder,
                        options.sources(),
                        how,
                        (files, all) -> progress.hear(
                                new Progress.Advanced(STAGE, files, all, counts(files, 0), Progress.Calls.NONE)));
        IngestReport report = read.report();
        progress.hear(new Progress.Ended(
                STAGE,
                counts(
                        report.files() + report.skipped().size(),
                        report.skipped().size()),
                Duration.ofNanos(System.nanoTime() - began)));
        if (report.documents() == 0 && !options.sources().isEmpty()) {
            read.close();
            throw new ProblemsException(
                    report.skipped().isEmpty()
                            ? List.of(new Problem(
                                    "no document was found", "the sources", "name files or folders with documents"))
                            : report.skipped().stream()
                                    .map(s -> new Problem(s.reason(), s.file(), s.fix()))
                                    .toList());
        }
        return read;
    }

    /** What the command names for something else than reading. */
    private SortedMap<Path, String> given() {
        SortedMap<Path, String> given = new TreeMap<>();
        options.inputs().seeds().ifPresent(file -> given.put(file, "--seeds"));
        options.inputs().facts().ifPresent(file -> given.put(file, "--facts"));
        options.inputs().tools().ifPresent(file -> given.put(file, "--tools"));
        return given;
    }

    private static Counts counts(long files, long skipped) {
        return new Counts(files, 0, files - skipped, 0, skipped, 0);
    }
}
