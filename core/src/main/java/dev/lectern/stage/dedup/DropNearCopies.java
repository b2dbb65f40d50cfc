package dev.lectern.stage.dedup;

import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import dev.lectern.stage.InOrder;
import dev.lectern.stage.Rank;
import dev.lectern.stage.Ranked;
import dev.lectern.stage.RankedEntries;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a row only if it is no near copy of a better-ranked row that was kept. Of two texts the shorter of which has under 20
 * words (a Han character is a word), those are near copies whose ROUGE-L is above 0.7; longer ones when their sets of word
 * 3-grams have a Jaccard similarity of at least 0.8. No pair is missed and each is measured exactly.
 *
 * <p>In order and not by groups: short texts that are alike need not share any key that two unlike ones do not share, and in
 * a chain of copies every second one may stay, which only an order can tell.
 */
public record DropNearCopies(Part of)
        implements InOrder<DropNearCopies.Entry, Copies>, RankedEntries<DropNearCopies.Entry> {
    static final String REASON = "near copy";

    /** By instruction: answers to different questions may well be alike. */
    public DropNearCopies() {
        this(Part.INSTRUCTION);
    }

    /** @param words hashes of the words in their order */
    @SuppressWarnings(
            "ArrayRecordComponent") // entries are compared by rank; a list of boxed longs would be ten times the size
    public record Entry(Rank rank, long[] words) implements Ranked {}

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
        return new Entry(Rank.of(sample, Rank.QUALITY, tools), Words.hashes(of.of(sample)));
    }

    @Override
    public Copies open(Tools tools) {
        return new Copies();
    }

    /** Waits: how rare each word is, which makes the search fast, is known when all have come. */
    @Override
    public List<Ruling> next(Copies memory, Entry entry) {
        memory.wait(entry.rank().id(), entry.words());
        return List.of();
    }

    @Override
    public List<Ruling> close(Copies memory) {
        return memory.settle((id, twin) -> new Ruling.Drop(id, REASON, Optional.of(twin)));
    }
}
