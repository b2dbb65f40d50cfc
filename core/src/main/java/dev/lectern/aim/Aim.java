package dev.lectern.aim;

import dev.lectern.text.Hash;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the rows are for, shown by examples: one goal, or several with weights. */
public record Aim(List<Goal> goals) {
    public static final Aim NONE = new Aim(List.of());

    /** Characters of an example that is shown: its subject is clear by then. */
    private static final int LONGEST = 800;

    public Aim {
        goals = List.copyOf(goals);
    }

    /**
     * A text that is like what is wanted.
     *
     * @param times how many rows say it
     */
    public record Example(String text, String language, int times) {
        Example again() {
            return new Example(text, language, times + 1);
        }
    }

    /** What a goal was given as. */
    public enum Kind {
        PAIRS,
        DOCUMENTS,
        SENTENCE
    }

    /**
     * One goal.
     *
     * @param name what the user typed
     * @param weight above 0; only proportions between goals count
     * @param given how many rows or passages there were
     * @param blank how many of them say nothing
     * @param copies how many say what an earlier one says; they count with that one
     */
    public record Goal(
            String name, double weight, Kind kind, List<Example> examples, int given, int blank, int copies) {
        public Goal {
            examples = List.copyOf(examples);
        }

        /** How many were left out by a draw, as there were so many. */
        public int leftOut() {
            return given - blank - copies - examples.size();
        }
    }

    public boolean isEmpty() {
        return goals.isEmpty();
    }

    /** The languages that the examples are in. */
    public Set<String> languages() {
        Set<String> languages = new TreeSet<>();
        goals.forEach(goal -> goal.examples().forEach(example -> languages.add(example.language())));
        return languages;
    }

    /** So many examples at the most, as many of each goal, drawn by what they say; long ones are cut. */
    public List<String> shown(int most) {
        int each = Math.max(1, most / Math.max(1, goals.size()));
        return goals.stream()
                .flatMap(goal -> goal.examples().stream()
                        .sorted(Comparator.comparing(
                                        (Example example) -> Hash.rank("shown", example.text()), Long::compareUnsigned)
                                .thenComparing(Example::text))
                        .limit(each))
                .limit(most)
                .map(example -> example.text().length() <= LONGEST
                        ? example.text()
                        : example.text().substring(0, LONGEST).strip() + " …")
                .toList();
    }

    /** Hash over all examples, how often each was given, and weights. */
    public String digest() {
        return Hash.id(goals.stream()
                .map(goal -> goal.weight() + "\n"
                        + Hash.id(goal.examples().stream()
                                .map(example -> example.times() + " " + example.text())
                                .toArray(String[]::new)))
                .toArray(String[]::new));
    }
}
