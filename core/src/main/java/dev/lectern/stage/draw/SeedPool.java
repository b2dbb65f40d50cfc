package dev.lectern.stage.draw;

import dev.lectern.sample.Sample;
import dev.lectern.seed.Seed;
import dev.lectern.text.Chance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The questions that examples are drawn from, how often each was, and how the rounds went. Replaying the rounds gives it again. */
public final class SeedPool {
    private final Chance chance;
    private final List<Entry> given = new ArrayList<>();
    private final List<Entry> accepted = new ArrayList<>();
    private final Map<List<String>, Integer> times = new HashMap<>();
    private int dryRounds;

    /**
     * Examples to show together.
     *
     * @param fresh the seeds among them that were never drawn before
     * @param time how often these very examples were shown before
     */
    record Group(String language, List<String> questions, List<Seed> fresh, int time) {}

    /** A question and how often it was drawn. */
    private static final class Entry {
        private final String question;
        private final String language;
        private final Optional<Seed> seed;
        private int drawn;

        Entry(String question, String language, Optional<Seed> seed) {
            this.question = question;
            this.language = language;
            this.seed = seed;
        }
    }

    SeedPool(List<Seed> seeds, Chance chance) {
        this.chance = chance;
        seeds.forEach(seed -> given.add(new Entry(seed.question(), seed.language(), Optional.of(seed))));
    }

    /** How many groups it takes to draw every seed once. */
    int groups(int size) {
        Map<String, Integer> byLanguage = new HashMap<>();
        given.forEach(entry -> byLanguage.merge(entry.language, 1, Integer::sum));
        return byLanguage.values().stream()
                .mapToInt(seeds -> (seeds + size - 1) / size)
                .sum();
    }

    int dryRounds() {
        return dryRounds;
    }

    /** The least drawn questions, by chance where they are equal; chance is of the question and how often it was drawn, never of places. */
    Group draw(int size, int fromAccepted) {
        String language =
                leastDrawn(given).findFirst().map(entry -> entry.language).orElse("und");
        List<Entry> group = new ArrayList<>(some(given, language, size));
        group.addAll(some(accepted, language, fromAccepted));
        List<Seed> fresh = group.stream()
                .filter(entry -> entry.drawn == 0)
                .flatMap(entry -> entry.seed.stream())
                .toList();
        group.forEach(entry -> entry.drawn++);
        List<String> questions = group.stream().map(entry -> entry.question).toList();
        return new Group(language, questions, fresh, times.merge(questions, 1, Integer::sum) - 1);
    }

    void learn(Collection<Sample> kept) {
        dryRounds = kept.isEmpty() ? dryRounds + 1 : 0;
        kept.stream()
                .filter(sample -> !sample.tags().containsKey(Seed.HUMAN))
                .forEach(sample -> accepted.add(new Entry(sample.instruction(), sample.language(), Optional.empty())));
    }

    private List<Entry> some(List<Entry> from, String language, int size) {
        return leastDrawn(from)
                .filter(entry -> entry.language.equals(language))
                .limit(size)
                .toList();
    }

    private Stream<Entry> leastDrawn(List<Entry> from) {
        return from.stream()
                .sorted(Comparator.<Entry>comparingInt(entry -> entry.drawn)
                        .thenComparing(entry -> chance.rank(entry.question + "\n" + entry.drawn), Long::compareUnsigned)
                        .thenComparing(entry -> entry.question));
    }
}
