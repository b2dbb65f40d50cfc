package dev.lectern.tell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.lectern.corpus.Document;
import dev.lectern.engine.Ledger;
import dev.lectern.engine.Manifest;
import dev.lectern.engine.Progress.Counts;
import dev.lectern.engine.RunFolder;
import dev.lectern.export.Exporter;
import dev.lectern.export.Note;
import dev.lectern.ingest.Ingest;
import dev.lectern.ingest.IngestReport;
import dev.lectern.model.ModelId;
import dev.lectern.model.call.CallMeter;
import dev.lectern.model.call.Models;
import dev.lectern.options.BuildOptions;
import dev.lectern.prepare.Checked;
import dev.lectern.report.CapShare;
import dev.lectern.report.DatasetCard;
import dev.lectern.report.MixShare;
import dev.lectern.report.ReportPage;
import dev.lectern.report.RunReport;
import dev.lectern.report.Survey;
import dev.lectern.sample.Sample;
import dev.lectern.seed.Skipped;
import dev.lectern.stage.draw.PickClusters;
import dev.lectern.text.Chance;
import dev.lectern.text.Json;
import dev.lectern.text.Phrasing;
import dev.lectern.web.WebTally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last step of a build: data files, the figures, the page and the card. */
public record Telling(
        BuildOptions options,
        Checked checked,
        Ingest.Result read,
        Models models,
        Ledger ledger,
        Manifest made,
        Optional<WebTally> web) {
    private static final int PLACES_NAMED = 10;

    /**
     * @param samples opens the accepted samples in canonical order, each time anew
     * @return the figures, as they are written
     */
    public RunReport write(RunFolder folder, Supplier<Stream<Sample>> samples, double seconds) {
        Hidden.keep(folder, models);
        Exporter exporter = new Exporter(
                checked.formats(),
                checked.splits(),
                new Chance(options.seed(), "export"),
                Exporter.sections(read.corpus()),
                checked.reasoning());
        Exporter.Result exported = exporter.write(samples, folder.root());
        Survey survey = new Survey(read.corpus());
        Caps caps = new Caps(checked.recipe());
        try (Stream<Sample> all = samples.get()) {
            all.forEachOrdered(sample -> {
                survey.add(sample);
                caps.add(sample);
            });
        }
        List<MixShare> mix = mix(folder, survey);
        StandIns standIns = new StandIns(models.meter());
        standIns.write(samples.get(), folder);
        RunReport report = report(
                exported, survey, mix, caps.shares(ledger), seconds, Hidden.note(folder.root(), models), standIns);
        folder.write("report.json", pretty(report));
        folder.write("report.html", ReportPage.html(report, options.uiLanguage(), phrases()));
        folder.write("README.md", card(report, folder.root()));
        return report;
    }

    private List<MixShare> mix(RunFolder folder, Survey survey) {
        try (Stream<String> dropped = Files.lines(folder.root().resolve("dropped.jsonl"))) {
            return Mix.of(options.tasks(), survey.tasks(), dropped);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was dropped", e);
        }
    }

    private String card(RunReport report, Path root) {
        SortedMap<String, Long> licences = new TreeMap<>();
        try (Stream<Document> documents = read.corpus().everyDocument()) {
            documents.forEach(document -> licences.merge(document.licence().orElse(""), 1L, Long::sum));
        }
        String name = String.valueOf(root.toAbsolutePath().normalize().getFileName());
        return DatasetCard.markdown(report, name, licences, options.uiLanguage(), phrases());
    }

    private RunReport report(
            Exporter.Result exported,
            Survey survey,
            List<MixShare> mix,
            List<CapShare> caps,
            double seconds,
            Optional<Note> hidden,
            StandIns standIns) {
        CallMeter.Counts calls = models.meter().counts();
        Accounts accounts = new Accounts(models);
        IngestReport files = read.report();
        SortedMap<String, Long> dropped = new TreeMap<>();
        ledger.stages()
                .forEach(stage -> ledger.dropped(stage).forEach((reason, n) -> dropped.put(stage + ": " + reason, n)));
        return new RunReport(
                made.lectern(),
                checked.recipe().name(),
                Stream.concat(
                                models.roles().values().stream()
                                        .flatMap(List::stream)
                                        .map(ModelId::name),
                                standIns.models())
                        .distinct()
                        .toList(),
                !made.complete(),
                RunReport.Samples.of(survey.rows(), dropped, ledger.held(), ledger.failed()),
                new RunReport.Calls(calls.made(), calls.reused(), calls.failed(), calls.retried()),
                new RunReport.Tokens(
                        calls.usage().input(),
                        calls.usage().output(),
                        calls.usage().cached()),
                accounts.now(),
                accounts.total(),
                seconds,
                files.documents(),
                files.skipped().stream()
                        .map(s -> new RunReport.Skipped(s.file(), s.reason()))
                        .toList(),
                files.pagesWithoutText().stream()
                        .map(p -> new RunReport.BarePages(p.file(), p.pages()))
                        .toList(),
                files.passages(),
                survey.tasks(),
                mix,
                survey.languages(),
                survey.variety(),
                ledger.stages().stream().map(this::count).toList(),
                exported.outputs(),
                survey.lengths(),
                survey.openings(),
                caps,
                survey.examples(),
                Stream.of(
                                readInPart(files),
                                hidden.stream(),
                                exported.notes().stream(),
                                Mix.notes(mix, phrases()),
                                survey.silent().entrySet().stream()
                                        .map(voter -> new Note(
                                                "voter-silent", voter.getKey(), voter.getValue(), survey.rows())),
                                standIns.notes(),
                                accounts.notes(phrases()),
                                given())
                        .flatMap(notes -> notes)
                        .map((Note n) -> n.in(options.uiLanguage()))
                        .toList(),
                new SelectionFigures(checked.supplies().sight(), models, chosen()).report(ended(survey.rows())));
    }

    /** What the draw chooses. */
    private String chosen() {
        return checked.recipe().draw().what() instanceof PickClusters draw ? draw.of() : "";
    }

    /** Why a run ended whose draw had more to give. */
    private String ended(long rows) {
        if (!made.complete()) {
            return "held";
        }
        return options.samples().isPresent() && rows >= options.samples().getAsInt() ? "samples" : "rounds";
    }

    private String say(String english) {
        return phrases().apply(english);
    }

    /** Says reasons of stages and readers, which are English, in the user's language. */
    private UnaryOperator<String> phrases() {
        return Phrasing.into(options.uiLanguage());
    }

    /** One note for each file of which something could not be read; a broken file can hold thousands of such places. */
    private Stream<Note> readInPart(IngestReport files) {
        SortedMap<String, List<IngestReport.FileProblem>> byFile = files.problems().stream()
                .collect(Collectors.groupingBy(IngestReport.FileProblem::file, TreeMap::new, Collectors.toList()));
        return byFile.entrySet().stream().map(file -> {
            List<IngestReport.FileProblem> problems = file.getValue();
            String named = problems.stream()
                    .limit(PLACES_NAMED)
                    .map(problem -> problem.where().isEmpty()
                            ? say(problem.what())
                            : say(problem.where()) + ": " + say(problem.what()))
                    .collect(Collectors.joining("; "));
            return problems.size() <= PLACES_NAMED
                    ? new Note("read-in-part", file.getKey(), named)
                    : new Note("read-in-part-more", file.getKey(), named, problems.size() - PLACES_NAMED);
        });
    }

    /** What became of the rows that people gave, and of pages of the web. */
    private Stream<Note> given() {
        List<Note> notes = new ArrayList<>();
        skipped("seeds-skipped", checked.supplies().seeds().skipped()).ifPresent(notes::add);
        skipped("facts-skipped", checked.supplies().facts().skipped()).ifPresent(notes::add);
        notes.addAll(Selected.notes(checked.supplies().sight(), checked.recipe()));
        web.map(WebTally::counts)
                .filter(counts -> !counts.equals(WebTally.Counts.NONE))
                .ifPresent(counts -> {
                    notes.add(new Note("web", counts.searches(), counts.pages(), counts.reused()));
                    if (!counts.refused().isEmpty()) {
                        String reasons = counts.refused().entrySet().stream()
                                .map(reason -> say(reason.getKey()) + ": " + reason.getValue())
                                .collect(Collectors.joining("; "));
                        notes.add(new Note("web-refused", reasons));
                    }
                });
        return notes.stream();
    }

    private Optional<Note> skipped(String key, List<Skipped> rows) {
        String named = rows.stream()
                .limit(PLACES_NAMED)
                .map(row -> say("line " + row.line()) + ": " + say(row.why()))
                .collect(Collectors.joining("; "));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Note(key, rows.size(), named));
    }

    private RunReport.StageCount count(String stage) {
        Counts c = ledger.counts(stage);
        return new RunReport.StageCount(
                stage, c.in(), c.born(), c.kept(), c.dropped(), c.held(), c.failed(), ledger.seconds(stage));
    }

    private static String pretty(RunReport report) {
        try {
            return Json.mapper().writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report is plain data", e);
        }
    }
}
