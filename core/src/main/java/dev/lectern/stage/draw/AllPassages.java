package dev.lectern.stage.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.kind.TaskShares;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every passage once, in hash order, so that a part of them is an unbiased part.
 *
 * @param perRound how many a round draws at most; 0 = all in one round
 * @param tasks where rows of a mix are wanted, the kinds and their shares: later rounds ask for more of what is missing
 * @param rows how many rows of that mix are wanted
 */
public record AllPassages(int perRound, SortedMap<String, Double> tasks, int rows) implements Draw<AllPassages.Memory> {
    /** Where a drawn sample says what it should be asked for, if not by the recipe's shares. */
    private static final String TASKS = "tasks";
    /** A round that is smaller is not worth its wait. */
    private static final int LEAST = 8;

    public AllPassages() {
        this(0, new TreeMap<>(), 0);
    }

    public AllPassages(int perRound) {
        this(perRound, new TreeMap<>(), 0);
    }

    public AllPassages {
        tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
        if (perRound < 0 || rows < 0) {
            throw new IllegalArgumentException("per-round and rows must be 0 or more");
        } else if (!tasks.isEmpty()) {
            tasks = new TaskShares(tasks).shares();
        }
    }

    /** Ids of all passages in hash order, how many of them were drawn, and what was learnt of the mix. */
    static final class Memory {
        private final List<String> order;
        private final Optional<MixMemory> mix;
        private int next;

        Memory(List<String> order, Optional<MixMemory> mix) {
            this.order = order;
            this.mix = mix;
        }
    }

    /** The rank is of (headings, text), so that an edit elsewhere re-draws nothing. */
    @Override
    public Memory open(Tools tools) {
        record Ranked(long rank, String id) {}
        List<Ranked> ranked = new ArrayList<>();
        try (Stream<Document> documents = tools.corpus().everyDocument()) {
            documents.forEach(document -> {
                for (Passage passage : tools.corpus().passagesOf(document.id())) {
                    String said = passage.headings() + "\n" + passage.span().of(document.text());
                    ranked.add(new Ranked(tools.chance().rank(said), passage.id()));
                }
            });
        }
        ranked.sort(Comparator.comparing(Ranked::rank, Long::compareUnsigned).thenComparing(Ranked::id));
        return new Memory(
                ranked.stream().map(Ranked::id).toList(),
                tasks.isEmpty() || rows == 0
                        ? Optional.empty()
                        : Optional.of(new MixMemory(new TaskShares(tasks), rows)));
    }

    @Override
    public long most(long passages, int rounds) {
        return perRound == 0 ? passages : Math.min(passages, (long) perRound * rounds);
    }

    @Override
    public Stream<Sample> draw(Memory memory, int round, Tools tools) {
        int most = perRound == 0 ? memory.order.size() : perRound;
        int size = memory.mix.map(mix -> mix.passages(most, LEAST)).orElse(most);
        int from = memory.next;
        memory.next = (int) Math.min(memory.order.size(), (long) from + size);
        memory.mix.ifPresent(mix -> mix.drew(memory.next - from));
        Optional<ObjectNode> weights = memory.mix.flatMap(MixMemory::weights);
        return memory.order.subList(from, memory.next).stream()
                .map(id -> DrawnPassage.of(id, tools))
                .map(sample -> weights.map(w -> sample.withExtra(TASKS, w)).orElse(sample));
    }

    @Override
    public boolean learns() {
        return !tasks.isEmpty() && rows > 0;
    }

    @Override
    public void learn(Memory memory, List<Outcome> round, Tools tools) {
        memory.mix.ifPresent(mix -> mix.learn(round));
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.PASSAGE, Trait.EVIDENCE);
    }
}
