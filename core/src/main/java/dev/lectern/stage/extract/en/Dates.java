package dev.lectern.stage.extract.en;

import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The date of an event with a name: "The Treaty of Rome was signed in 1957." */
final class Dates implements Family {
    private static final String NAME =
            "((?:The |the )?\\p{Lu}[\\p{L}\\d.'’-]*(?: (?:of|the|and|de|von|van|for|in|on|to)?(?<= | of| the| and| de| von| van| for| in| on| to) ?\\p{Lu}[\\p{L}\\d.'’-]*){0,6})";
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    private static final String DATE = "(?:in (?:early |late |mid-)?(?:" + MONTH + ",? )?\\d{4}|on (?:\\d{1,2} " + MONTH
            + "|" + MONTH + " \\d{1,2}),? \\d{4})";
    private static final Pattern PASSIVE = Pattern.compile(
            "^" + NAME
                    + " was (?:officially |first |formally |originally |finally )?([a-z]+)((?: [\\p{L}\\d.'’-]+){0,8}?) "
                    + DATE + "(?![\\d–-]).*$",
            Pattern.DOTALL);
    private static final Pattern FRONTED = Pattern.compile("^(?:In (?:" + MONTH + ",? )?\\d{4}|On (?:\\d{1,2} " + MONTH
            + "|" + MONTH + " \\d{1,2}),? \\d{4}), " + NAME + " ([a-z]+) ((?:[\\p{L}\\d.'’-]+ ?){1,9})\\.$");
    private static final Pattern YEAR = Pattern.compile("\\b1\\d{3}\\b|\\b20\\d\\d\\b");

    @Override
    public String name() {
        return "date";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        for (Prose.Sentence sentence : Prose.sentences(page)) {
            of(sentence).ifPresent(out);
        }
    }

    private Optional<Find> of(Prose.Sentence sentence) {
        String text = sentence.text();
        if (YEAR.matcher(text).results().count() != 1 || Words.count(text) > 40) {
            return Optional.empty();
        }
        Matcher passive = PASSIVE.matcher(text);
        if (passive.matches()
                && Verbs.participle(passive.group(2))
                && named(passive.group(1))
                && !passive.group(3).matches(".*\\b(?:who|which|that|and|but|was|were|had)\\b.*")) {
            String event = " " + passive.group(2) + passive.group(3).replaceAll(" (?:by|at|in|from|with|as|to)$", "");
            String who = Words.lowerFirst(passive.group(1)).startsWith("the ")
                    ? Words.lowerFirst(passive.group(1))
                    : passive.group(1);
            return Optional.of(find(
                    sentence,
                    List.of(
                            "When was " + who + event + "?",
                            "In which year was " + who + event + "?",
                            "Do you know when " + who + " was" + event + "?")));
        }
        Matcher fronted = FRONTED.matcher(text);
        if (fronted.matches() && named(fronted.group(1))) {
            Optional<String> base = Verbs.ofPast(fronted.group(2));
            String object = fronted.group(3).strip();
            if (base.isPresent()
                    && !object.matches(".*\\b(?:who|which|that|and|but|his|her|its|their|it|him|them|this)\\b.*")) {
                String who = Words.lowerFirst(fronted.group(1)).startsWith("the ")
                        ? Words.lowerFirst(fronted.group(1))
                        : fronted.group(1);
                return Optional.of(find(
                        sentence,
                        List.of(
                                "When did " + who + " " + base.get() + " " + object + "?",
                                "In which year did " + who + " " + base.get() + " " + object + "?")));
            }
        }
        return Optional.empty();
    }

    private Find find(Prose.Sentence sentence, List<String> wordings) {
        return new Find(this, sentence.section(), wordings, Answer.of(sentence.span()));
    }

    /** A name that stands for itself: two words or more, or a word that isn't everybody's. */
    private static boolean named(String name) {
        String bare = name.replaceFirst("^[Tt]he ", "");
        return Words.count(bare) >= 2
                && !bare.matches(
                        "(?:He|She|It|They|This|That|We|I|You|Construction|Work|Another|His|Her|Its|Their)\\b.*");
    }
}
