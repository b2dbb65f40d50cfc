package dev.lectern.aim;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.model.Meaning;
import dev.lectern.model.Meaning.Worded;
import dev.lectern.select.Target;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds out how near is near to each goal of an aim. Examples in languages that can't be compared have a scale each: of texts in another language it
 * would say nothing.
 */
final class Scales {
    /** Passages by which it is found out what any text has, where nothing else says it. */
    private static final int LOOKED_AT = 200;

    private static final String ENGLISH = "en";

    private final Meaning meaning;
    private final Corpus corpus;
    private final List<Target.Goal> goals = new ArrayList<>();
    private final List<Scale> all = new ArrayList<>();

    Scales(Meaning meaning, Corpus corpus) {
        this.meaning = meaning;
        this.corpus = corpus;
    }

    Scales with(Aim.Goal goal) {
        List<float[]> vectors = vectors(goal.examples().stream()
                .map(example -> new Worded(example.text(), example.language()))
                .toList());
        goals.add(part(goal, vectors, List.copyOf(goal.examples())));
        for (Set<String> languages : comparable(goal)) {
            List<Aim.Example> examples = new ArrayList<>();
            List<float[]> theirs = new ArrayList<>();
            for (int i = 0; i < vectors.size(); i++) {
                if (languages.contains(goal.examples().get(i).language())) {
                    examples.add(goal.examples().get(i));
                    theirs.add(vectors.get(i));
                }
            }
            all.add(Scale.of(part(goal, theirs, examples), theirs, vectors(everyday(languages)), some(languages)));
        }
        return this;
    }

    /** The goals as they are. */
    List<Target.Goal> goals() {
        return List.copyOf(goals);
    }

    /** One of each goal, or several of one in several languages. */
    List<Scale> all() {
        return List.copyOf(all);
    }

    /** Some examples of a goal, which have the share of its weight that they are of it. */
    private static Target.Goal part(Aim.Goal goal, List<float[]> vectors, List<Aim.Example> examples) {
        double share = (double) examples.size() / goal.examples().size();
        return Target.Goal.of(
                goal.weight() * share,
                vectors,
                examples.stream().map(Aim.Example::times).toList());
    }

    /** The languages of the goal, those together that lie in one space. */
    private List<Set<String>> comparable(Aim.Goal goal) {
        List<Set<String>> groups = new ArrayList<>();
        for (Aim.Example example : goal.examples()) {
            groups.stream()
                    .filter(group -> meaning.compares(group.iterator().next(), example.language()))
                    .findFirst()
                    .orElseGet(() -> {
                        Set<String> made = new TreeSet<>();
                        groups.add(made);
                        return made;
                    })
                    .add(example.language());
        }
        return groups;
    }

    /** Pairs about anything; where there are none in a language, English ones, as far as they can be compared. */
    private List<Worded> everyday(Set<String> languages) {
        Set<Worded> pairs = new LinkedHashSet<>();
        for (String language : languages) {
            List<Worded> own = Everyday.in(language);
            pairs.addAll(own.isEmpty() && meaning.compares(language, ENGLISH) ? Everyday.in(ENGLISH) : own);
        }
        return List.copyOf(pairs);
    }

    /**
     * Passages in those of the languages in which there are no everyday pairs, as two texts of one language are near each other for that alone. They are
     * drawn by what they say, so that an edit elsewhere changes none of them.
     */
    private List<float[]> some(Set<String> languages) {
        Set<String> wanted = new TreeSet<>(languages);
        wanted.removeIf(language -> !Everyday.in(language).isEmpty());
        if (wanted.isEmpty()) {
            return List.of();
        }
        record Ranked(long rank, Worded worded) {}
        Comparator<Ranked> byRank = Comparator.comparing(Ranked::rank, Long::compareUnsigned);
        PriorityQueue<Ranked> lowest = new PriorityQueue<>(byRank.reversed());
        try (Stream<Document> documents = corpus.everyDocument()) {
            documents.filter(document -> wanted.contains(document.language())).forEach(document -> {
                for (Passage passage : corpus.passagesOf(document.id())) {
                    String text = passage.underHeadings(document.text());
                    lowest.add(new Ranked(Hash.rank("sight", text), new Worded(text, document.language())));
                    if (lowest.size() > LOOKED_AT) {
                        lowest.remove();
                    }
                }
            });
        }
        return vectors(lowest.stream().sorted(byRank).map(Ranked::worded).toList());
    }

    private List<float[]> vectors(List<Worded> texts) {
        return texts.isEmpty() ? List.of() : meaning.vectors(texts);
    }
}
