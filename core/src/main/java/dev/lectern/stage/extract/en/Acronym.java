package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Lexicon;
import dev.lectern.stage.extract.page.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Full Name (FN)", where the initials match: what FN stands for. */
final class Acronym implements Family {
    private static final Pattern AFTER = Pattern.compile("\\(([A-Z][A-Za-z]{1,6})\\)");
    private static final Pattern BEFORE = Pattern.compile("\\b([A-Z]{2,6}) \\(([A-Za-z][A-Za-z -]{5,70})\\)");
    /** Letters that everybody knows, or nobody asks about in a product. */
    private static final Set<String> KNOWN = Set.copyOf(Lexicon.lines("known-acronyms.txt"));

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");
    private static final Set<String> SKIPPED =
            Set.of("of", "the", "and", "for", "to", "in", "on", "a", "an", "with", "by", "de", "or");

    @Override
    public String name() {
        return "acronym";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public int perPage() {
        return 2;
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Naming naming = new Naming(page);
        Set<String> done = new HashSet<>();
        for (Prose.Sentence sentence : Prose.sentences(page)) {
            Matcher after = AFTER.matcher(sentence.text());
            while (after.find()) {
                String name = after.group(1);
                OptionalInt start = fullName(sentence.text().substring(0, after.start()), name);
                if (start.isPresent()
                        && name.chars().filter(Character::isUpperCase).count() > 1
                        && done.add(name)) {
                    offer(page, naming, sentence, name, start.getAsInt(), after.start(), out);
                }
            }
            Matcher before = BEFORE.matcher(sentence.text());
            while (before.find()) {
                OptionalInt start = fullName(before.group(2), before.group(1));
                if (start.isPresent() && start.getAsInt() == 0 && done.add(before.group(1))) {
                    offer(page, naming, sentence, before.group(1), before.start(2), before.end(2), out);
                }
            }
        }
    }

    private void offer(
            Page page, Naming naming, Prose.Sentence sentence, String name, int start, int end, Consumer<Find> out) {
        String text = sentence.text().substring(start, end).stripTrailing();
        Span span = new Span(sentence.span().start() + start, sentence.span().start() + start + text.length());
        boolean ofTopic = page.topic()
                .map(t -> Words.holds(t, text) || Naming.mentions(t, name))
                .orElse(false);
        String in = ofTopic
                ? ""
                : naming.product()
                        .filter(p -> !p.equals(name))
                        .map(p -> " in " + p)
                        .or(() -> naming.nounTopic()
                                .map(t -> " in the context of " + t.replaceFirst(" \\([^)]*\\)$", "")))
                        .orElse("");
        // The same letters mean something else elsewhere: without a place to read them in, nobody can answer.
        if (in.isEmpty() || name.endsWith("s") || KNOWN.contains(name.toUpperCase(Locale.ROOT))) {
            return;
        }
        out.accept(new Find(
                        this,
                        sentence.section(),
                        List.of(
                                "What does " + name + " stand for" + in + "?",
                                "What is " + name + " short for" + in + "?",
                                "Spell out the abbreviation " + name + in + ".",
                                "What is the full form of " + name + in + "?",
                                "Which words does the abbreviation " + name + " stand for" + in + "?"),
                        Answer.of(span))
                .about("acronym " + name.toLowerCase(Locale.ROOT)));
    }

    /** Where in {@code before} the words begin whose initials the name repeats; they must end right before it. */
    static OptionalInt fullName(String before, String name) {
        String letters = name.endsWith("s") && name.length() > 2 ? name.substring(0, name.length() - 1) : name;
        List<int[]> words = new ArrayList<>();
        Matcher m = WORD.matcher(before);
        while (m.find()) {
            words.add(new int[] {m.start(), m.end()});
        }
        if (words.isEmpty() || !before.substring(words.getLast()[1]).isBlank()) {
            return OptionalInt.empty();
        }
        int letter = letters.length() - 1;
        for (int w = words.size() - 1; w >= 0; w--) {
            String word = before.substring(words.get(w)[0], words.get(w)[1]);
            boolean matches = Character.toLowerCase(word.charAt(0)) == Character.toLowerCase(letters.charAt(letter));
            if (!matches && !(SKIPPED.contains(word.toLowerCase(Locale.ROOT)) && w < words.size() - 1)) {
                return OptionalInt.empty();
            }
            if (matches && --letter < 0) {
                String between = before.substring(words.get(w)[0]);
                return SKIPPED.contains(word) || between.matches(".*[.;:,()?!].*")
                        ? OptionalInt.empty()
                        : OptionalInt.of(words.get(w)[0]);
            }
        }
        return OptionalInt.empty();
    }
}
