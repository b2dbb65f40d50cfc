package dev.lectern.testkit;

import dev.lectern.model.ModelException;
import dev.lectern.prompt.Prompt;
import dev.lectern.prompt.PromptLibrary;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Draw;
import dev.lectern.stage.InOrder;
import dev.lectern.stage.PerDataset;
import dev.lectern.stage.PerGroup;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Use;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Stages and draws so small that what an engine does to them is plain to see. */
public final class ToyStages {
    private ToyStages() {}

    static PromptLibrary noPrompts() {
        return new PromptLibrary() {
            @Override
            public Prompt prompt(String name, String language) {
                throw new IllegalStateException("no prompts here");
            }

            @Override
            public String digest(String name) {
                return "";
            }
        };
    }

    private static int number(Sample sample) {
        return Integer.parseInt(sample.tags().getOrDefault("number", "0"));
    }

    /** Samples 0 to count - 1, so many a round (0 = all at once); the tag {@code number} says which. */
    public record Numbers(int count, int perRound) implements Draw<String> {
        @Override
        public String open(Tools tools) {
            return "";
        }

        @Override
        public Stream<Sample> draw(String memory, int round, Tools tools) {
            int size = perRound == 0 ? count : perRound;
            return IntStream.range(round * size, Math.min(count, (round + 1) * size))
                    .mapToObj(ToyStages::sample);
        }
    }

    private static Sample sample(int n) {
        return Sample.seedling(Hash.id("n", "" + n), "en", List.of(), Lineage.of("toy"))
                .withTag("number", "" + n);
    }

    /** Draws one round and remembers what it was told of it. */
    public static final class Learner implements Draw<List<Outcome>> {
        private final int count;
        private final List<Outcome> heard = new ArrayList<>();

        Learner(int count) {
            this.count = count;
        }

        List<Outcome> heard() {
            return heard;
        }

        @Override
        public List<Outcome> open(Tools tools) {
            return heard;
        }

        @Override
        public Stream<Sample> draw(List<Outcome> memory, int round, Tools tools) {
            return IntStream.range(0, round == 0 ? count : 0).mapToObj(ToyStages::sample);
        }

        @Override
        public boolean learns() {
            return true;
        }

        @Override
        public void learn(List<Outcome> memory, List<Outcome> round, Tools tools) {
            memory.addAll(round);
        }
    }

    /** Makes so many questions of each sample. */
    public record Ask(int each) implements PerSample {
        @Override
        public List<Outcome> apply(Sample sample, Tools tools) {
            return IntStream.range(0, each)
                    .<Outcome>mapToObj(i -> new Outcome.Kept(sample.child(
                            Hash.id(sample.id(), "ask", "" + i), List.of(Turn.user("question " + i)), "qa")))
                    .toList();
        }
    }

    /** Of samples whose number is the same modulo n, the best-ranked stays. */
    public record DropCopies(int n) implements PerGroup<DropCopies.Entry> {
        /** Rank by chance. */
        public record Entry(String id, long rank, int key) {}

        @Override
        public Class<Entry> entryType() {
            return Entry.class;
        }

        @Override
        public Entry entry(Sample sample, Tools tools) {
            return new Entry(sample.id(), tools.chance().rank(sample.id()), number(sample) % n);
        }

        @Override
        public String id(Entry entry) {
            return entry.id();
        }

        @Override
        public Comparator<Entry> order() {
            return Comparator.comparing(Entry::rank, Long::compareUnsigned).thenComparing(Entry::id);
        }

        @Override
        public long[] keys(Entry entry) {
            return new long[] {entry.key()};
        }

        @Override
        public List<Ruling> settle(long key, List<Entry> bestFirst) {
            return bestFirst.stream()
                    .skip(1)
                    .<Ruling>map(e -> new Ruling.Drop(
                            e.id(), "copy", Optional.of(bestFirst.getFirst().id())))
                    .toList();
        }
    }

    /** Throws on every n-th number. */
    public record BreakOn(int n) implements PerSample {
        @Override
        public List<Outcome> apply(Sample sample, Tools tools) {
            if (number(sample) % n == 0) {
                throw new IllegalStateException("broken on purpose");
            }
            return List.of(new Outcome.Kept(sample));
        }
    }

    /** A model that gives no answer for every n-th number. */
    public record Unreachable(int n, ModelException.Kind kind) implements PerSample {
        @Override
        public List<Outcome> apply(Sample sample, Tools tools) {
            if (number(sample) % n == 0) {
                throw new ModelException(kind, "no", "raw words");
            }
            return List.of(new Outcome.Kept(sample));
        }
    }

    /** Asks a model, as far as the engine can tell. */
    public record PaidEcho() implements PerSample {
        @Override
        public List<Outcome> apply(Sample sample, Tools tools) {
            return List.of(new Outcome.Kept(sample.withAnswer("echo")));
        }

        @Override
        public Set<Use> uses() {
            return Set.of(new Use.Role("writer"));
        }
    }

    /** Keeps the first so many in the order of their ids. */
    public record KeepFirst(int count) implements InOrder<String, AtomicInteger> {
        @Override
        public Class<String> entryType() {
            return String.class;
        }

        @Override
        public String entry(Sample sample, Tools tools) {
            return sample.id();
        }

        @Override
        public String id(String entry) {
            return entry;
        }

        @Override
        public Comparator<String> order() {
            return Comparator.naturalOrder();
        }

        @Override
        public AtomicInteger open(Tools tools) {
            return new AtomicInteger();
        }

        @Override
        public List<Ruling> next(AtomicInteger memory, String entry) {
            return memory.incrementAndGet() <= count
                    ? List.of()
                    : List.of(new Ruling.Drop(entry, "enough", Optional.empty()));
        }
    }

    /** Writes on each sample how many there are. */
    public record Count() implements PerDataset<Long> {
        @Override
        public Long empty() {
            return 0L;
        }

        @Override
        public Long add(Long summary, Sample sample) {
            return summary + 1;
        }

        @Override
        public Long merge(Long one, Long other) {
            return one + other;
        }

        @Override
        public List<Outcome> act(Long summary, Sample sample, Tools tools) {
            return List.of(new Outcome.Kept(sample.withScore("of", summary)));
        }
    }
}
