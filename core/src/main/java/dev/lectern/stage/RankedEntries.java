package dev.lectern.stage;

import java.util.Comparator;

/** Entries in the order of their samples' ranks. */
public interface RankedEntries<E extends Ranked> extends Entries<E> {
    @Override
    default String id(E entry) {
        return entry.rank().id();
    }

    @Override
    default Comparator<E> order() {
        return Comparator.comparing(Ranked::rank, Rank.BEST_FIRST);
    }
}
