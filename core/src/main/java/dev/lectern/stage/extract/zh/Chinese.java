package dev.lectern.stage.extract.zh;

import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Language;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Chinese, simplified and traditional: its families in the order of preference, and what no Chinese row may do. */
public final class Chinese implements Language {
    private static final double CHARACTERS_PER_WORD = 1.6;
    private static final Set<String> VERBATIM = Set.of("faq");

    @Override
    public String code() {
        return "zh";
    }

    @Override
    public List<Family> families() {
        return List.of(
                new Faq(),
                new Abbreviation(),
                new Classification(),
                new Alias(),
                new Place(),
                new When(),
                new Person(),
                new QuestionHeading(),
                new HowTo(),
                new Definition(),
                new UsedFor(),
                new Options(),
                new Overview(),
                new ListAfterLead(),
                new WholeTable(),
                new Cells(),
                new Steps(),
                new Notes(),
                new CodeSample());
    }

    @Override
    public Optional<String> refusal(Page page, Find find) {
        String answer = find.answer().text(page.text());
        if (answer.isBlank()) {
            return Optional.of("no answer");
        }
        if (find.wordings().stream().anyMatch(w -> w.contains(answer))
                && find.input().isEmpty()) {
            return Optional.of("question holds its answer");
        }
        Optional<String> broken = AnswerText.broken(answer);
        if (broken.isPresent()) {
            return broken;
        }
        return find.wordings().stream()
                .map(q -> VERBATIM.contains(find.family().name())
                        ? Optional.<String>empty()
                        : QuestionText.refusal(withoutLabels(find, q)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A classification names headings, which may hold what a question of its own may not. */
    private static String withoutLabels(Find find, String question) {
        return find.input().isPresent() ? "这段话属于哪一类？".replace("这", "") : question;
    }

    @Override
    public String questionKey(Page page, String question) {
        String key = Words.question(Script.fold(question));
        for (String name : List.of(page.product().orElse(""), page.topic().orElse(""))) {
            String folded = Script.fold(name).toLowerCase(Locale.ROOT);
            key = folded.isEmpty() ? key : Objects.requireNonNull(key).replace(folded, "");
        }
        return key.replaceAll("怎么|如何|怎样|里|中|在|想|该|做|的|是什么|什么是|[\\s？]", "");
    }

    @Override
    public int words(String text) {
        long han = text.codePoints().filter(Script::han).count();
        long latin = List.of(text.split("[^A-Za-z0-9]+", -1)).stream()
                .filter(w -> !w.isEmpty())
                .count();
        return (int) Math.round(han / CHARACTERS_PER_WORD) + (int) latin;
    }
}
