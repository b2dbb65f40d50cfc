package dev.lectern.stage.dedup;

import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerGroup;
import dev.lectern.stage.Rank;
import dev.lectern.stage.Ranked;
import dev.lectern.stage.RankedEntries;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.text.Hash;
import dev.lectern.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps one of the rows that say the same but for case, width, white space and sentence punctuation: the best-ranked. Rows
 * that have nothing to compare are left alone.
 */
public record DropExactCopies(Part of)
        implements PerGroup<DropExactCopies.Entry>, RankedEntries<DropExactCopies.Entry> {
    static final String REASON = "exact copy";

    /** By instruction: no question is asked twice. */
    public DropExactCopies() {
        this(Part.INSTRUCTION);
    }

    /** @param text hash of the normalised text, empty where there is no text */
    public record Entry(Rank rank, String text) implements Ranked {}

    @Override
    public Set<Trait> needs() {
        return of.needs();
    }

    @Override
    public Class<Entry> entryType() {
        return Entry.class;
    }

    @Override
    public Entry entry(Sample sample, Tools tools) {
        String text = Words.question(of.of(sample));
        return new Entry(Rank.of(sample, Rank.QUALITY, tools), text.isEmpty() ? "" : Hash.id(text));
    }

    @Override
    public long[] keys(Entry entry) {
        return entry.text().isEmpty() ? new long[0] : new long[] {Hash.rank(entry.text())};
    }

    @Override
    public List<Ruling> settle(long key, List<Entry> bestFirst) {
        Entry best = bestFirst.getFirst();
        List<Ruling> rulings = new ArrayList<>();
        for (Entry entry : bestFirst.subList(1, bestFirst.size())) {
            // Two texts may share a 64-bit key in a set of billions; the longer hash decides.
            if (entry.text().equals(best.text())) {
                rulings.add(new Ruling.Drop(id(entry), REASON, Optional.of(id(best))));
            }
        }
        return rulings;
    }
}
