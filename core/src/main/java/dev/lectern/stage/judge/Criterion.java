package dev.lectern.stage.judge;

import dev.lectern.prompt.PromptLibrary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Something that judges rate answers by.
 *
 * @param own what it means, in the user's words; empty where the name says it, or ours are told
 */
record Criterion(String name, String own) {
    /** What the names mean that we know: a line each, {@code correct | every statement of it is true}. */
    static final String DESCRIPTIONS = "judge-answer/criteria";

    /** @param text a name, or a name and what it means: {@code polite: it greets the customer} */
    static Criterion parse(String text) {
        String[] parts = text.split("[:：]", 2);
        return new Criterion(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "");
    }

    /** A line for each, as the prompt has them. */
    static String described(List<Criterion> criteria, PromptLibrary prompts, String language) {
        Map<String, String> ours = ours(prompts, language);
        String colon = language.startsWith("zh") ? "：" : ": ";
        return criteria.stream()
                .map(each -> {
                    String means = each.own.isEmpty()
                            ? Optional.ofNullable(ours.get(each.name)).orElse("")
                            : each.own;
                    return "- \"" + each.name + "\"" + (means.isEmpty() ? "" : colon + means);
                })
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> ours(PromptLibrary prompts, String language) {
        Map<String, String> ours = new TreeMap<>();
        prompts.prompt(DESCRIPTIONS, language)
                .fill(Map.of())
                .getLast()
                .content()
                .lines()
                .map(line -> line.split("\\|", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> ours.put(parts[0].strip(), parts[1].strip()));
        return ours;
    }
}
