package dev.lectern.seed;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import dev.lectern.sheet.SheetReader;
import dev.lectern.sheet.Sheets;
import dev.lectern.text.Hash;
import dev.lectern.text.Languages;
import dev.lectern.text.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The questions that people gave, in the order of their file, each once.
 *
 * @param skipped rows that say nothing new
 */
public record Seeds(List<Seed> seeds, List<Skipped> skipped) {
    public static final Seeds NONE = new Seeds(List.of(), List.of());

    /** Columns that hold the question, the likeliest first; {@link Row} says how names are folded. */
    public static final List<String> QUESTION =
            List.of("question", "instruction", "问题", "指令", "提问", "問題", "prompt", "query", SheetReader.WHOLE);

    public static final List<String> ANSWER = List.of("answer", "response", "output", "回答", "答案", "答复", "輸出", "输出");
    public static final List<String> TASK = List.of("task", "kind", "任务", "类型", "類型");
    private static final List<String> ORIGIN = List.of("origin", "by", "来源", "來源", "作者");
    private static final Set<String> MACHINES =
            Set.of("model", "llm", "ai", "machine", "generated", "synthetic", "模型", "机器", "生成");

    /** Nobody asks in so many characters; a file that does is no file of questions. */
    private static final int LONGEST = 8_000;

    public Seeds {
        seeds = List.copyOf(seeds);
        skipped = List.copyOf(skipped);
    }

    /**
     * The questions in a file.
     *
     * @param language of all of them, or {@code auto}
     * @throws ProblemsException with every row that cannot be used, or if none can
     */
    public static Seeds read(Path file, String language) {
        return of(Sheets.read(file, "--seeds"), language);
    }

    /** @throws ProblemsException as {@link #read} */
    public static Seeds of(Sheet sheet, String language) {
        List<Problem> problems = new ArrayList<>(sheet.problems());
        List<Seed> seeds = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Row row : sheet.rows()) {
            Optional<String> question = row.cell(QUESTION);
            if (question.isEmpty() && (row.blank() || row.has(QUESTION))) {
                skipped.add(Skipped.blank(row.line()));
            } else if (question.isEmpty()) {
                problems.add(new Problem(
                        "no question (there is: "
                                + String.join(", ", row.cells().keySet()) + ")",
                        sheet.file() + ", line " + row.line(),
                        "name the column question or instruction"));
            } else if (question.get().length() > LONGEST) {
                problems.add(new Problem(
                        "the question has " + question.get().length() + " characters, more than " + LONGEST,
                        sheet.file() + ", line " + row.line(),
                        "one question a row"));
            } else {
                Integer first = lines.putIfAbsent(Words.question(question.get()), row.line());
                if (first == null) {
                    seeds.add(seed(row, question.get(), language));
                } else {
                    skipped.add(Skipped.duplicate(row.line(), first));
                }
            }
        }
        if (problems.isEmpty() && seeds.isEmpty()) {
            problems.add(new Problem(
                    "no row holds a question",
                    sheet.file(),
                    "one question a line, or a column named question or instruction"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new Seeds(seeds, skipped);
    }

    public boolean isEmpty() {
        return seeds.isEmpty();
    }

    /** Hash over all seeds: equal seeds, equal digest, whatever their order. */
    public String digest() {
        return Hash.id(seeds.stream().map(Seed::id).sorted().toArray(String[]::new));
    }

    private static Seed seed(Row row, String question, String language) {
        Optional<String> answer = row.cell(ANSWER);
        String origin = row.cell(ORIGIN).orElse("").toLowerCase(Locale.ROOT);
        return new Seed(
                Seed.idOf(question, answer),
                question,
                answer,
                row.cell(TASK),
                language.equals("auto") ? Languages.of(question) : language,
                !MACHINES.contains(origin),
                row.line());
    }
}
