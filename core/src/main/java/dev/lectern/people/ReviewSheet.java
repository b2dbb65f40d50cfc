package dev.lectern.people;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.people.Review.Decision;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import dev.lectern.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A sheet of a run's rows as an expert works on it, and what has been done there. */
public final class ReviewSheet {
    /** What stands in the sheet; {@code decision}, {@code rating} and {@code note} are for the expert, and so are question and answer. */
    public static final List<String> COLUMNS =
            List.of("id", "task", "language", "question", "answer", "source", "quote", "decision", "rating", "note");

    private static final List<String> QUESTION = List.of("question", "instruction", "问题", "指令");
    private static final List<String> ANSWER = List.of("answer", "response", "output", "回答", "答案");
    private static final List<String> DECISION = List.of("decision", "verdict", "决定", "结论");
    private static final Map<String, Decision> WORDS = Map.ofEntries(
            Map.entry("accept", Decision.ACCEPT),
            Map.entry("keep", Decision.ACCEPT),
            Map.entry("yes", Decision.ACCEPT),
            Map.entry("ok", Decision.ACCEPT),
            Map.entry("接受", Decision.ACCEPT),
            Map.entry("保留", Decision.ACCEPT),
            Map.entry("reject", Decision.REJECT),
            Map.entry("drop", Decision.REJECT),
            Map.entry("no", Decision.REJECT),
            Map.entry("拒绝", Decision.REJECT),
            Map.entry("删除", Decision.REJECT));
    /** Sheets take no more in a cell. */
    private static final int LONGEST_CELL = 32_000;

    private ReviewSheet() {}

    /** The rows of the run that fit a sheet, in the order of its {@code samples.jsonl}; close the stream. */
    public static Stream<List<String>> rows(Path run) {
        Reviews reviews = Reviews.in(run);
        return samples(run)
                .filter(sample ->
                        Math.max(sample.instruction().length(), sample.answer().length()) <= LONGEST_CELL)
                .map(sample -> row(sample, reviews.of(sample.id())));
    }

    private static List<String> row(Sample sample, Optional<Review> review) {
        Optional<Evidence> first = sample.evidence().stream().findFirst();
        String quote = first.map(Evidence::quote).orElse("");
        return List.of(
                sample.id(),
                sample.task(),
                sample.language(),
                sample.instruction(),
                sample.answer(),
                first.flatMap(Evidence::uri).orElse(""),
                quote.substring(0, Math.min(quote.length(), LONGEST_CELL)),
                review.map(r -> r.decision().name().toLowerCase(Locale.ROOT)).orElse(""),
                review.filter(r -> r.rating().isPresent())
                        .map(r -> Double.toString(r.rating().getAsDouble()))
                        .orElse(""),
                review.flatMap(Review::note).orElse(""));
    }

    /**
     * What the sheet says of the run's rows: which are accepted or rejected, which have other words than the run's, which are new.
     *
     * @throws ProblemsException with every row that can't be used
     */
    public static List<Review> read(Sheet sheet, Path run) {
        Map<String, Sample> known = new HashMap<>();
        try (Stream<Sample> samples = samples(run)) {
            samples.forEach(sample -> known.put(sample.id(), sample));
        }
        List<Problem> problems = new ArrayList<>(sheet.problems());
        List<Review> reviews = new ArrayList<>();
        for (Row row : sheet.rows()) {
            if (row.blank()) {
                continue;
            }
            String where = sheet.file() + ", line " + row.line();
            try {
                read(row, known, where).ifPresent(reviews::add);
            } catch (ProblemsException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return reviews;
    }

    private static Optional<Review> read(Row row, Map<String, Sample> known, String where) {
        String id = cell(row, List.of("id"));
        String question = cell(row, QUESTION);
        String answer = cell(row, ANSWER);
        if (id.isEmpty()) {
            return Optional.of(added(row, question, answer, where));
        }
        Sample sample = Optional.ofNullable(known.get(id))
                .orElseThrow(() -> new ProblemsException(
                        "the run has no row '" + id + "'",
                        where,
                        "leave the column id as it was; empty it for a row of your own"));
        Optional<Decision> decision = decision(row, where);
        boolean changed = (!question.isEmpty() && !question.equals(plain(sample.instruction())))
                || (!answer.isEmpty() && !answer.equals(plain(sample.answer())));
        if (changed && decision.filter(Decision.REJECT::equals).isEmpty()) {
            Sample rewritten = Human.rewritten(
                    sample,
                    question.isEmpty() ? sample.instruction() : question,
                    answer.isEmpty() ? sample.answer() : answer);
            return Optional.of(review(row, id, Decision.REWRITE, Optional.of(rewritten), where));
        }
        boolean said = decision.isPresent()
                || !cell(row, List.of("rating")).isEmpty()
                || !cell(row, List.of("note")).isEmpty();
        return said
                ? Optional.of(review(row, id, decision.orElse(Decision.ACCEPT), Optional.empty(), where))
                : Optional.empty();
    }

    private static Review added(Row row, String question, String answer, String where) {
        if (question.isEmpty() || answer.isEmpty()) {
            throw new ProblemsException(
                    "a row without an id needs a question and an answer",
                    where,
                    "add what is missing; questions that a model is to answer go into a file of their own: --seeds FILE");
        }
        Sample sample = Human.added(question, answer, cell(row, List.of("task")), cell(row, List.of("language")));
        return review(row, sample.id(), Decision.ADD, Optional.of(sample), where);
    }

    private static Review review(Row row, String id, Decision decision, Optional<Sample> sample, String where) {
        String rating = cell(row, List.of("rating", "评分"));
        OptionalDouble number = OptionalDouble.empty();
        if (!rating.isEmpty()) {
            try {
                number = OptionalDouble.of(Double.parseDouble(rating.replace(',', '.')));
            } catch (NumberFormatException e) {
                throw new ProblemsException("'" + rating + "' is no rating", where, "write a number, such as 4");
            }
        }
        return new Review(
                id,
                cell(row, List.of("reviewer", "审阅人")),
                decision,
                number,
                Optional.of(cell(row, List.of("note", "备注"))).filter(note -> !note.isEmpty()),
                sample);
    }

    private static Optional<Decision> decision(Row row, String where) {
        String said = cell(row, DECISION).toLowerCase(Locale.ROOT);
        if (said.isEmpty() || said.equals("rewrite") || said.equals("add")) {
            // These two show in the words themselves.
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(WORDS.get(said))
                .orElseThrow(() -> new ProblemsException(
                        "'" + said + "' is no decision", where, "write accept or reject, or leave it empty")));
    }

    /** As the sheet's reader gives cells. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replace("\r\n", "\n");
    }

    private static String cell(Row row, List<String> names) {
        return row.cell(names).map(ReviewSheet::plain).orElse("");
    }

    private static Stream<Sample> samples(Path run) {
        Path file = run.resolve("samples.jsonl");
        try {
            BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            return lines.lines()
                    .onClose(() -> close(lines))
                    .filter(line -> !line.isBlank())
                    .map(line -> Json.read(line, Sample.class))
                    .filter(sample -> sample.messages().stream().map(Turn::role).anyMatch("user"::equals));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
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
