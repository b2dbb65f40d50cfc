package dev.lectern.aim;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Source;
import dev.lectern.ingest.Ingest;
import dev.lectern.ingest.ReadOptions;
import dev.lectern.ingest.Scratch;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import dev.lectern.sheet.Sheets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what the rows are for: pairs in any layout, documents, sentences. */
public record Aiming(List<TargetSpec> specs) {
    private static final String OPTION = "--target";

    /** Files whose rows are pairs; all others are documents. */
    private static final Set<String> SHEETS = Set.of("json", "jsonl", "ndjson", "csv", "xlsx");

    /** @throws ProblemsException with everything in them that cannot be used */
    public Aim read() {
        List<Problem> problems = new ArrayList<>();
        List<Aim.Goal> goals = new ArrayList<>();
        for (TargetSpec spec : specs) {
            try {
                Aim.Goal goal = goal(spec);
                if (goal.examples().isEmpty()) {
                    throw new ProblemsException(
                            "the target '" + spec.typed() + "' says nothing: "
                                    + (goal.given() == 0
                                            ? "it is empty"
                                            : "of its rows (" + goal.given() + ") all are blank"),
                            OPTION,
                            "give it pairs of question and answer, documents, or a sentence");
                }
                goals.add(goal);
            } catch (ProblemsException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new Aim(goals);
    }

    private static Aim.Goal goal(TargetSpec spec) {
        if (spec.file().isEmpty()) {
            GoalBuilder sentence = new GoalBuilder(spec.typed(), spec.weight(), Aim.Kind.SENTENCE);
            sentence.add(spec.typed());
            return sentence.build();
        }
        Path file = spec.file().get();
        String ending = new Source(file.toString(), file).ending();
        return Files.isRegularFile(file) && SHEETS.contains(ending) ? pairs(spec, file) : documents(spec, file);
    }

    private static Aim.Goal pairs(TargetSpec spec, Path file) {
        Sheet sheet = Sheets.read(file, OPTION);
        List<Problem> problems = new ArrayList<>(sheet.problems());
        GoalBuilder pairs = new GoalBuilder(spec.typed(), spec.weight(), Aim.Kind.PAIRS);
        for (Row row : sheet.rows()) {
            if (row.cells().isEmpty()) {
                continue; // an empty line, no row
            }
            Optional<String> text = PairRows.text(row);
            text.ifPresent(pairs::add);
            if (text.isEmpty()) {
                problems.add(new Problem(
                        "no pair (there is: " + String.join(", ", row.cells().keySet()) + ")",
                        sheet.file() + ", line " + row.line(),
                        "name the columns question and answer, or messages"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return pairs.build();
    }

    private static Aim.Goal documents(TargetSpec spec, Path path) {
        GoalBuilder passages = new GoalBuilder(spec.typed(), spec.weight(), Aim.Kind.DOCUMENTS);
        try (Scratch scratch = Scratch.named("lectern-target");
                Ingest.Result read = Ingest.installed()
                        .into(scratch.folder(), List.of(path), ReadOptions.DEFAULT, (files, all) -> {})) {
            if (read.report().documents() == 0) {
                throw new ProblemsException(read.report().skipped().stream()
                        .map(skipped -> new Problem(skipped.reason(), OPTION + " " + spec.typed(), skipped.fix()))
                        .toList());
            }
            try (Stream<Document> every = read.corpus().everyDocument()) {
                every.forEach(document -> read.corpus()
                        .passagesOf(document.id())
                        .forEach(passage -> passages.add(passage.underHeadings(document.text()), document.language())));
            }
        }
        return passages.build();
    }
}
