package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A section whose heading is an action ("Declaring arrays", "How to reset a sensor", "Reset a sensor" over numbered steps) and
 * whose opening instructs: the whole section says how.
 */
final class Procedure implements Family {
    private static final Pattern HOW_TO =
            Pattern.compile("^How (?:to|do I|do you|can I) ([a-z]+) (.+?)\\??$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTION = Pattern.compile("^([A-Z][a-z]+) (.+)$");
    private static final Pattern INSTRUCTS = Pattern.compile(
            "^(?:To|In order to|You can|You may|You must|You should|You need|If you|Use|Use the|By using)\\b|\\b(?:you can|you must|you need to|you should|you have to|by using|lets you|allows you to|use the|we can|we use|is done)\\b");
    private static final Set<String> NO_ACTION = Set.of(
            "understand",
            "learn",
            "explore",
            "compare",
            "test",
            "work",
            "look",
            "think",
            "start",
            "introduce",
            "examine",
            "follow",
            "continue",
            "experiment",
            "share",
            "show",
            "refactor",
            "prefer",
            "avoid");

    @Override
    public String name() {
        return "how-to-section";
    }

    @Override
    public String task() {
        return "generation";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Naming naming = new Naming(page);
        for (Section section : page.sections()) {
            if (section.level() > 0 && !section.blocks().isEmpty()) {
                action(naming, Headings.clean(section.title()), section)
                        .flatMap(a -> of(page, naming, section, a))
                        .ifPresent(out);
            }
        }
    }

    /** "declare arrays", if the heading is an action. */
    private static Optional<String> action(Naming naming, String heading, Section section) {
        Matcher how = HOW_TO.matcher(heading);
        String said = naming.sentenceCase(heading);
        if (how.matches()) {
            Matcher low = HOW_TO.matcher(said);
            return low.matches() && Verbs.base(low.group(1))
                    ? Optional.of(low.group(1).toLowerCase(Locale.ROOT) + " " + low.group(2))
                    : Optional.empty();
        }
        Matcher m = ACTION.matcher(heading);
        if (!m.matches() || heading.endsWith("?") || heading.matches(".*\\b(?:with|using|and|via|vs)$|.*[:!].*")) {
            return Optional.empty();
        }
        String object = said.substring(said.indexOf(' ') + 1);
        if (object.matches("(?:of|in|with|to|and|or|for|on|at|by|from|is|are|as)\\b.*|.*\\(C.*\\).*")) {
            return Optional.empty();
        }
        Optional<String> base = Verbs.ofGerund(m.group(1));
        if (base.isEmpty() && Verbs.base(m.group(1)) && steps(section) >= 2) {
            base = Optional.of(m.group(1).toLowerCase(Locale.ROOT));
        }
        return base.filter(b -> !NO_ACTION.contains(b)).map(b -> b + " " + object);
    }

    private static long steps(Section section) {
        return section.blocks(Block.Item.class)
                .filter(i -> i.ordered() && i.depth() == 0)
                .count();
    }

    private Optional<Find> of(Page page, Naming naming, Section section, String action) {
        Span body = new Span(section.bodyStart(), section.end());
        String text = page.text(body);
        boolean foreign = section.blocks().stream()
                .anyMatch(b -> !Prose.own(b)
                        && !b.within().equals("note")
                        && !b.within().equals("tip")
                        && !b.within().equals("warning"));
        int words = Words.count(text);
        if (foreign
                || words < 20
                || words > 350
                || Words.count(action) > 10
                || Words.count(action) < 2
                || AnswerText.told(text)) {
            return Optional.empty();
        }
        List<Prose.Sentence> sentences = Prose.sentences(page, section);
        boolean list = steps(section) >= 2;
        String opening = sentences.stream().limit(2).map(Prose.Sentence::text).reduce("", (a, b) -> a + " " + b);
        boolean shares =
                Words.content(action).stream().skip(1).anyMatch(Words.content(opening + (list ? text : ""))::contains);
        boolean instructs = list || sentences.stream().limit(2).anyMatch(s -> instructs(s.text()));
        if (!shares || !instructs) {
            return Optional.empty();
        }
        return Optional.of(new Find(this, section, Purpose.ask(naming, Purpose.mine(action)), Answer.of(body))
                .about("how " + Definition.about(action))
                .ranked(list ? 0 : words < 120 ? 1 : 2));
    }

    private static boolean instructs(String sentence) {
        String first = sentence.split("[\\s,]+", 2)[0];
        return INSTRUCTS.matcher(sentence).find() || (Verbs.base(first) && Character.isUpperCase(first.charAt(0)));
    }
}
