package dev.lectern.seed;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import dev.lectern.sheet.Sheets;
import dev.lectern.text.Hash;
import dev.lectern.text.Languages;
import dev.lectern.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The facts that have changed, in the order of their file, each once.
 *
 * @param skipped rows that say nothing new
 */
public record Facts(List<Fact> facts, List<Skipped> skipped) {
    public static final Facts NONE = new Facts(List.of(), List.of());

    private static final List<String> BEFORE = List.of("old", "before", "旧", "原来", "旧事实", "舊");
    private static final List<String> NOW = List.of("new", "now", "after", "新", "现在", "新事实");
    private static final List<String> SOURCE = List.of("source", "evidence", "url", "来源", "出处", "來源");

    public Facts {
        facts = List.copyOf(facts);
        skipped = List.copyOf(skipped);
    }

    /**
     * The facts in a file.
     *
     * @param language of all of them, or {@code auto}
     * @throws ProblemsException with every row that cannot be used, or if none can
     */
    public static Facts read(Path file, String language) {
        return of(Sheets.read(file, "--facts"), language);
    }

    /** @throws ProblemsException as {@link #read} */
    public static Facts of(Sheet sheet, String language) {
        List<Problem> problems = new ArrayList<>(sheet.problems());
        List<Fact> facts = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Row row : sheet.rows()) {
            if (row.blank()) {
                skipped.add(Skipped.blank(row.line()));
                continue;
            }
            Optional<String> wrong = wrong(row);
            if (wrong.isPresent()) {
                problems.add(
                        new Problem(
                                wrong.get(),
                                sheet.file() + ", line " + row.line(),
                                "write {\"old\": what held, \"new\": what holds, \"question\": …, \"source\": where it says so}"));
                continue;
            }
            Fact fact = fact(row, language);
            Integer first = lines.putIfAbsent(fact.id(), row.line());
            if (first == null) {
                facts.add(fact);
            } else {
                skipped.add(Skipped.duplicate(row.line(), first));
            }
        }
        if (problems.isEmpty() && facts.isEmpty()) {
            problems.add(new Problem("no row holds a fact", sheet.file(), "it needs old, new and source"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new Facts(facts, skipped);
    }

    public boolean isEmpty() {
        return facts.isEmpty();
    }

    /** Documents for the facts whose source is the words themselves and no name of a document or page. */
    public List<Document> documents(Corpus corpus) {
        Set<String> named = new HashSet<>();
        try (Stream<Document> all = corpus.everyDocument()) {
            all.forEach(document -> named.add(document.uri()));
        }
        return facts.stream()
                .filter(fact -> !fact.onTheWeb() && named.stream().noneMatch(fact::namesDocument))
                .map(Facts::document)
                .toList();
    }

    private static Document document(Fact fact) {
        DocumentBuilder document = new DocumentBuilder();
        fact.source()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> document.paragraph(line, List.of()));
        return document.build(fact.ownUri(), fact.question().orElse(fact.now()), fact.language());
    }

    /** Hash over all facts: equal facts, equal digest, whatever their order. */
    public String digest() {
        return Hash.id(facts.stream().map(Fact::id).sorted().toArray(String[]::new));
    }

    private static Optional<String> wrong(Row row) {
        List<String> missing = new ArrayList<>();
        Map<String, List<String>> needed = new LinkedHashMap<>();
        needed.put("old", BEFORE);
        needed.put("new", NOW);
        needed.put("source", SOURCE);
        needed.forEach((name, columns) -> {
            if (row.cell(columns).isEmpty()) {
                missing.add(name);
            }
        });
        if (!missing.isEmpty()) {
            return Optional.of("a fact without " + String.join(", ", missing));
        }
        boolean same = Words.fold(row.cell(BEFORE).orElseThrow())
                .equals(Words.fold(row.cell(NOW).orElseThrow()));
        return same ? Optional.of("old and new are the same") : Optional.empty();
    }

    private static Fact fact(Row row, String language) {
        String before = row.cell(BEFORE).orElseThrow();
        String now = row.cell(NOW).orElseThrow();
        Optional<String> question = row.cell(Seeds.QUESTION);
        String source = row.cell(SOURCE).orElseThrow();
        String said = question.orElse(now + "\n" + source);
        return new Fact(
                Fact.idOf(before, now, question, source),
                before,
                now,
                question,
                source,
                language.equals("auto") ? Languages.of(said) : language,
                row.line());
    }
}
