package dev.lectern.seed;

import dev.lectern.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds rows that still carry what held before. A row carries it if its answer says what held and not what holds, and if it is about the
 * matter: most words of the fact's question, or of the sentence that held, stand in it. A value without a question is looked for alone.
 */
public final class OldFacts {
    /** Share of the words that must stand in a row that is about the matter; OUR CHOICE. */
    private static final double ABOUT = 0.6;

    private final List<Sought> sought;

    private record Sought(Fact fact, String before, String now, Set<String> about) {}

    public OldFacts(Facts facts) {
        sought = facts.facts().stream().map(OldFacts::sought).toList();
    }

    /** The facts whose old state the row carries. */
    public List<Fact> in(String question, String answer) {
        String said = padded(Words.of(answer));
        List<Sought> old = sought.stream()
                .filter(each -> said.replace(each.now, " | ").contains(each.before) && !said.contains(each.now))
                .toList();
        if (old.isEmpty()) {
            return List.of();
        }
        Set<String> row = new HashSet<>(Words.of(question));
        row.addAll(Words.of(answer));
        return old.stream()
                .filter(each -> each.about.stream().filter(row::contains).count() >= ABOUT * each.about.size())
                .map(Sought::fact)
                .toList();
    }

    private static Sought sought(Fact fact) {
        Change change = Change.of(fact.before(), fact.now());
        Set<String> about = new HashSet<>(Words.of(fact.question().orElse(fact.before())));
        return new Sought(fact, padded(change.before()), padded(change.now()), about);
    }

    private static String padded(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }
}
