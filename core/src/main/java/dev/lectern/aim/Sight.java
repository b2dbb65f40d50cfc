package dev.lectern.aim;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.index.WordHashes;
import dev.lectern.model.Meaning;
import dev.lectern.model.Meaning.Worded;
import dev.lectern.model.ModelId;
import dev.lectern.sample.Sample;
import dev.lectern.select.Subjects;
import dev.lectern.select.Target;
import dev.lectern.text.Languages;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The aim of a run as vectors: what passages and pairs are held against. Vectors are made when they are first asked for. Safe for many
 * threads.
 */
public final class Sight {
    /** A run without an aim. */
    public static final Sight NONE = of(Aim.NONE);

    /** The name of the score that says how well a row fits. */
    public static final String FIT = "fit";

    /** The file in which the vectors of a corpus lie between runs. */
    public static final String VECTORS = "vectors";

    /** Subjects have names in it; it stands in where they have none, and the model compares both. */
    private static final String ENGLISH = "en";

    /** Items that are held against the aim to see how many are near. */
    private static final int LOOKED_AT = 20_000;

    private final Aim aim;
    private final Function<Set<String>, Meaning> meanings;
    private final Chronicle chronicle;
    private final Optional<Path> folder;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Seen seen = new Seen(new Nowhere(), List.of(), List.of(), Set.of(), false);
    private Optional<Laid> laid = Optional.empty();

    /** What was made when it was first asked for. */
    private record Seen(
            Meaning meaning, List<Target.Goal> goals, List<Scale> scales, Set<String> spoken, boolean blind) {}

    private record Laid(boolean whole, Ground ground) {}

    /**
     * @param meanings what compares texts of these languages
     * @param chronicle what is told of a selection
     * @param folder where the vectors of a corpus lie between runs
     */
    public Sight(Aim aim, Function<Set<String>, Meaning> meanings, Chronicle chronicle, Path folder) {
        this(aim, meanings, chronicle, Optional.of(folder));
    }

    private Sight(Aim aim, Function<Set<String>, Meaning> meanings, Chronicle chronicle, Optional<Path> folder) {
        this.aim = aim;
        this.meanings = meanings;
        this.chronicle = chronicle;
        this.folder = folder;
    }

    /** An aim that nothing was held against yet. */
    public static Sight of(Aim aim) {
        return new Sight(aim, languages -> new Nowhere(), Chronicle.silent(), Optional.empty());
    }

    public Aim aim() {
        return aim;
    }

    public Chronicle chronicle() {
        return chronicle;
    }

    /**
     * What of the corpus there is to choose from.
     *
     * @param whole whether documents are chosen, not passages
     */
    public Ground ground(Corpus corpus, boolean whole) {
        Meaning meaning = meaning(corpus);
        lock.lock();
        try {
            if (laid.isEmpty() || laid.get().whole != whole) {
                Path lies = folder.orElseThrow(() -> new IllegalStateException("there is no place for vectors"));
                GroundBuilder builder = new GroundBuilder(meaning, aim.languages(), whole, lies, chronicle::looked);
                laid = Optional.of(new Laid(whole, builder.of(corpus)));
            }
            return laid.get().ground;
        } finally {
            lock.unlock();
        }
    }

    /** What turns texts of this corpus and of the aim into vectors. */
    public Meaning meaning(Corpus corpus) {
        return seen(corpus).meaning;
    }

    /** Whether nothing can be said of how near any document is: none is in a language that the aim can be compared with. */
    public boolean blind(Corpus corpus) {
        return seen(corpus).blind;
    }

    /** The languages of the documents, if the aim is in none of them; else none. */
    public Set<String> othersTongues(Corpus corpus) {
        Set<String> spoken = new TreeSet<>(seen(corpus).spoken);
        spoken.remove(Languages.UNKNOWN);
        return Collections.disjoint(spoken, aim.languages()) ? spoken : Set.of();
    }

    /** The aim as the policies know it; there must be one. */
    public Target target(Corpus corpus) {
        return new Target(seen(corpus).goals);
    }

    /** What could be aimed at in this corpus at all, as the policies know it; nothing where words alone are compared, as a name is no more than its words then. */
    public Subjects subjects(Corpus corpus) {
        Seen known = seen(corpus);
        if (known.meaning.models().contains(WordHashes.ID)) {
            return Subjects.NONE;
        }
        Set<String> languages = new TreeSet<>();
        for (String language : aim.languages()) {
            languages.add(
                    Classification.speaks(language) || !known.meaning.compares(language, ENGLISH) ? language : ENGLISH);
        }
        return Classification.in(languages).as(known.meaning::vectors);
    }

    /** Vectors of pairs, in their order. */
    public List<float[]> pairs(List<Sample> samples, Corpus corpus) {
        return meaning(corpus)
                .vectors(samples.stream()
                        .map(sample ->
                                new Worded(PairText.of(sample.instruction(), sample.answer()), sample.language()))
                        .toList());
    }

    /** About how many tokens the vectors of these rows are made of. */
    public static long tokens(List<Sample> samples) {
        return samples.stream()
                .mapToLong(sample -> GroundItems.about(PairText.of(sample.instruction(), sample.answer())))
                .sum();
    }

    /** How well a pair fits the goal that it fits best: 0 = like pairs about something else, 1 = like the examples among themselves. */
    public double fit(float[] pair, Corpus corpus) {
        double best = 0;
        for (Scale scale : seen(corpus).scales) {
            best = Math.max(best, scale.of(pair));
        }
        // Four digits, so that scores are the same wherever sums are.
        return Math.rint(best * 1e4) / 1e4;
    }

    /** How near a text is to the goal that it is nearest to, on the scale of {@link #fit} and beyond its ends. */
    public double nearness(float[] vector, Corpus corpus) {
        return seen(corpus).scales.stream()
                .mapToDouble(scale -> scale.beyond(scale.goal().nearness(vector)))
                .max()
                .orElse(0);
    }

    /** About how many items of the ground fit so well. */
    public long near(Ground ground, double atLeast, Corpus corpus) {
        int step = Math.max(1, ground.ids().size() / LOOKED_AT);
        return step
                * ground.comparable().stream()
                        .filter(item -> item % step == 0 && fit(ground.pool().vector(item), corpus) >= atLeast)
                        .count();
    }

    /** Holds pairs against the aim all at once. */
    public Carrying carrying(Corpus corpus, double atLeast, double reach) {
        return new Carrying(seen(corpus).scales, atLeast, reach);
    }

    private Seen seen(Corpus corpus) {
        if (aim.isEmpty() || !seen.scales.isEmpty()) {
            return seen;
        }
        lock.lock();
        try {
            if (seen.scales.isEmpty()) {
                seen = look(corpus);
            }
            return seen;
        } finally {
            lock.unlock();
        }
    }

    private Seen look(Corpus corpus) {
        Set<String> spoken = new TreeSet<>();
        try (Stream<Document> documents = corpus.everyDocument()) {
            documents.forEach(document -> spoken.add(document.language()));
        }
        Set<String> languages = new TreeSet<>(aim.languages());
        languages.addAll(spoken);
        Meaning meaning = meanings.apply(languages);
        Scales scales = new Scales(meaning, corpus);
        aim.goals().forEach(scales::with);
        boolean blind = spoken.stream()
                .noneMatch(language -> aim.languages().stream().anyMatch(aimed -> meaning.compares(aimed, language)));
        return new Seen(meaning, scales.goals(), scales.all(), spoken, blind && !spoken.isEmpty());
    }

    /** Where nothing is aimed at nothing is compared. */
    private record Nowhere() implements Meaning {
        @Override
        public List<ModelId> models() {
            return List.of();
        }

        @Override
        public List<float[]> vectors(List<Worded> texts) {
            throw new IllegalStateException("the run has no target");
        }

        @Override
        public boolean compares(String language, String other) {
            return false;
        }
    }
}
