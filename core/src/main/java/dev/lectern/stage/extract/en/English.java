package dev.lectern.stage.extract.en;

import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Language;
import dev.lectern.stage.extract.page.Page;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** English: its families in the order of preference, and what no English row may do. */
public final class English implements Language {
    private static final List<Family> FAMILIES = List.of(
            new Faq(),
            new Acronym(),
            new Classification(),
            new Dates(),
            new Purpose(),
            new Procedure(),
            new Options(),
            new Definition(),
            new Role(),
            new Overview(),
            new Tables(),
            new CodeExample(),
            new ListAfterLead(),
            new Explanation());

    /** Families whose questions hold a name of their own. */
    private static final Set<String> NAMED = Set.of("faq", "date", "definition");

    @Override
    public String code() {
        return "en";
    }

    @Override
    public List<Family> families() {
        return FAMILIES;
    }

    @Override
    public Optional<String> refusal(Page page, Find find) {
        String answer = find.answer().text(page.text());
        Optional<String> said = find.wordings().stream()
                .map(w -> QuestionText.refusal(page, find, w))
                .flatMap(Optional::stream)
                .findFirst();
        if (said.isPresent()) {
            return said;
        }
        if (find.input().isEmpty()
                && !NAMED.contains(find.family().name())
                && page.product().isEmpty()
                && page.topic().isEmpty()) {
            return Optional.of("nothing names what the question is about");
        }
        return find.input().isPresent()
                ? AnswerText.anywhere(page.text(find.input().get()))
                : ofAnswer(find, answer).or(() -> unexplained(page, find, answer));
    }

    /** A list, a table or code is read by the rules for all text; anything else must begin and end like prose. */
    private static Optional<String> ofAnswer(Find find, String answer) {
        char first = answer.isEmpty() ? ' ' : answer.charAt(0);
        if (answer.startsWith("- ")
                || answer.startsWith("1. ")
                || first == '|'
                || find.family().task().equals("extraction")) {
            return AnswerText.anywhere(answer);
        }
        if (answer.startsWith("```") || answer.startsWith("~~~~") || Words.count(answer) < 6) {
            return Optional.empty();
        }
        if (Words.count(answer) > 350) {
            return Optional.of("answer too long");
        }
        return AnswerText.refusal(answer);
    }

    /** Names that only the page's running example knows, in an answer that shows no code. */
    private static Optional<String> unexplained(Page page, Find find, String answer) {
        if (answer.contains("```")
                || answer.contains("~~~~")
                || find.family().task().equals("extraction")) {
            return Optional.empty();
        }
        return QuestionText.exampleName(page, find.section(), answer)
                ? Optional.of("answer names an actor of an example")
                : Optional.empty();
    }

    @Override
    public String questionKey(Page page, String question) {
        return question.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{Alnum}+#]+", " ")
                .strip();
    }

    @Override
    public int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
