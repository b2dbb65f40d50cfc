package dev.lectern.kind;

import dev.lectern.prompt.PromptLibrary;
import dev.lectern.sample.Sample;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a dataset is for: domain, users, use, in the user's own words. Models are told it and say what lies outside; words after
 * {@code not:} (不含：) are looked for by program.
 *
 * @param text empty if nobody said
 */
public record Goal(String text) {
    /** Why a row is left out that does not serve it. */
    public static final String OUTSIDE = "outside the goal";

    private static final Pattern NOT = Pattern.compile("(?i)(?:\\bnot:|\\bwithout:|不含[:：]|不包括[:：]|排除[:：])([^\\n;；。]*)");
    private static final Pattern SAID = Pattern.compile("(?i)outside (?:of )?the goal|不在目标|超出目标|目标之外");

    public Goal {
        text = Words.fold(text);
    }

    /** What a model that asks is told; empty without a goal. */
    public String asking(PromptLibrary prompts, String language) {
        return told("goal/ask", prompts, language);
    }

    /** What a model that answers is told; empty without a goal. */
    public String answering(PromptLibrary prompts, String language) {
        return told("goal/answer", prompts, language);
    }

    /** Names of the prompts that say it in words. */
    public static List<String> prompts() {
        return List.of("goal/ask", "goal/answer");
    }

    /** Whether a model that gave no answer gave this as its reason. */
    public static boolean said(String reason) {
        return SAID.matcher(reason).find();
    }

    /** What program can tell: the row speaks of something that the goal leaves out. */
    public Optional<String> fault(Sample sample) {
        String row = folded(sample.instruction() + "\n" + sample.answer());
        return excluded().map(Goal::folded).anyMatch(row::contains) ? Optional.of(OUTSIDE) : Optional.empty();
    }

    private Stream<String> excluded() {
        Matcher not = NOT.matcher(text);
        return not.results()
                .flatMap(found -> Stream.of(found.group(1).split("[,，、]|\\bor\\b|\\band\\b", -1)))
                .map(String::strip)
                .map(word -> word.replaceAll("[.!]+$", ""))
                .filter(word -> !word.isEmpty());
    }

    private String told(String prompt, PromptLibrary prompts, String language) {
        return text.isEmpty()
                ? ""
                : prompts.prompt(prompt, language)
                        .fill(Map.of("goal", text))
                        .getLast()
                        .content();
    }

    private static String folded(String text) {
        return Words.fold(text).toLowerCase(Locale.ROOT);
    }
}
