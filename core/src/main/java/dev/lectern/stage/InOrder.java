package dev.lectern.stage;

import dev.lectern.sample.Ruling;
import java.util.List;

/**
 * Sees all entries one after another in the order of {@link Entries#order}, on one thread, with a memory of its own kind that
 * carries on from round to round and is never saved: replaying the rounds gives it again.
 */
public non-sealed interface InOrder<E, M> extends Stage, Entries<E> {
    M open(Tools tools);

    List<Ruling> next(M memory, E entry);

    /** Rulings that wait for the end of the round. */
    default List<Ruling> close(M memory) {
        return List.of();
    }
}
