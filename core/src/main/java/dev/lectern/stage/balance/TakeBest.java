package dev.lectern.stage.balance;

import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import dev.lectern.stage.InOrder;
import dev.lectern.stage.Rank;
import dev.lectern.stage.Tools;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps the {@code count} best rows of a run: by the score {@code quality} where rows have one, else by hash, which is an unbiased choice. */
public record TakeBest(int count) implements InOrder<Rank, TakeBest.Taken> {
    static final String REASON = "not among the best";

    public TakeBest {
        if (count < 0) {
            throw new IllegalArgumentException("count must be 0 or more, not " + count);
        }
    }

    /** How many were taken so far. */
    static final class Taken {
        private int rows;
    }

    @Override
    public Class<Rank> entryType() {
        return Rank.class;
    }

    @Override
    public Rank entry(Sample sample, Tools tools) {
        return Rank.of(sample, Rank.QUALITY, tools);
    }

    @Override
    public String id(Rank entry) {
        return entry.id();
    }

    @Override
    public Comparator<Rank> order() {
        return Rank.BEST_FIRST;
    }

    @Override
    public Taken open(Tools tools) {
        return new Taken();
    }

    @Override
    public List<Ruling> next(Taken memory, Rank entry) {
        return ++memory.rows <= count ? List.of() : List.of(new Ruling.Drop(entry.id(), REASON, Optional.empty()));
    }
}
