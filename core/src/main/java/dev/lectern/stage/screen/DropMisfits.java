package dev.lectern.stage.screen;

import dev.lectern.aim.Carrying;
import dev.lectern.aim.Sight;
import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import dev.lectern.stage.InOrder;
import dev.lectern.stage.Rank;
import dev.lectern.stage.Ranked;
import dev.lectern.stage.RankedEntries;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Drops rows that the cheapest plan between all rows so far and the target's examples leaves behind: those that are near to no example, and
 * those that are near only to examples which have rows enough. Before {@code match-target} it also keeps such rows from earning
 * anything; behind it they teach the draw how little they fit.
 *
 * @param atLeast how near to one example a row must be, on the scale of {@code fit}; at 0 none is too far
 * @param reach an example takes so many times its share of all rows, and ten at any rate; 0 = any number
 */
public record DropMisfits(double atLeast, double reach)
        implements InOrder<DropMisfits.Entry, DropMisfits.Memory>, RankedEntries<DropMisfits.Entry> {
    static final String FAR = "far from every example of the target";
    static final String SURPLUS = "the target has enough like it";

    public DropMisfits() {
        this(0.5, 4);
    }

    public DropMisfits {
        if (!(atLeast >= 0 && atLeast <= 1)) {
            throw new IllegalArgumentException("at-least is from 0 to 1, not " + atLeast);
        } else if (!(reach >= 0)) {
            throw new IllegalArgumentException("reach is 0 or more, not " + reach);
        }
    }

    /** Whether it drops nothing at all. */
    public boolean idle() {
        return atLeast == 0 && reach == 0;
    }

    /** @param pair the row as a vector */
    @SuppressWarnings("ArrayRecordComponent") // entries are compared by rank
    public record Entry(Rank rank, float[] pair) implements Ranked {}

    /** What was carried in earlier rounds, and who waits for the end of this one. */
    public record Memory(Carrying carrying, List<Entry> waiting) {}

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Target(), new Use.Documents());
    }

    @Override
    public Class<Entry> entryType() {
        return Entry.class;
    }

    @Override
    public Entry entry(Sample sample, Tools tools) {
        return new Entry(
                Rank.of(sample, Rank.QUALITY, tools),
                tools.supplies().sight().pairs(List.of(sample), tools.corpus()).getFirst());
    }

    @Override
    public Memory open(Tools tools) {
        Sight sight = tools.supplies().sight();
        // Where no document is in a language of the target, nothing can be said of any row.
        boolean blind = sight.blind(tools.corpus());
        return new Memory(sight.carrying(tools.corpus(), blind ? 0 : atLeast, blind ? 0 : reach), new ArrayList<>());
    }

    @Override
    public List<Ruling> next(Memory memory, Entry entry) {
        memory.waiting.add(entry);
        return List.of();
    }

    @Override
    public List<Ruling> close(Memory memory) {
        List<Carrying.Verdict> verdicts =
                memory.carrying.next(memory.waiting.stream().map(Entry::pair).toList());
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            String id = id(memory.waiting.get(i));
            switch (verdicts.get(i)) {
                case CARRIED -> {}
                case FAR -> rulings.add(new Ruling.Drop(id, FAR, Optional.empty()));
                case SURPLUS -> rulings.add(new Ruling.Drop(id, SURPLUS, Optional.empty()));
            }
        }
        memory.waiting.clear();
        return rulings;
    }
}
