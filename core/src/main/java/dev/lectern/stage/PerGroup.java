package dev.lectern.stage;

import dev.lectern.sample.Ruling;
import java.util.List;

/** Sees the entries that share a key, best-ranked first. Rulings on one sample from several groups combine: a drop beats a mark. */
public non-sealed interface PerGroup<E> extends Stage, Entries<E> {
    /** The groups that the entry belongs to. */
    long[] keys(E entry);

    /** Rules over a group of two or more. */
    List<Ruling> settle(long key, List<E> bestFirst);
}
