package dev.lectern.select;

import java.util.List;

/**
 * A policy at work on one pool. Ask for the next items, extract from them, tell what they yielded, ask again. Never names an item twice,
 * and in the end names all. What it names depends on the pool, the target, the settings and what was told, and on nothing else: not on the order in which
 * a round's yields come, nor on threads. For one thread.
 */
public interface Selection {
    /**
     * The items to extract from now, best first.
     *
     * @param most how many at the most; fewer come while little was told, and when no more are left; none only then
     */
    int[] next(int most);

    /**
     * Takes in what the items of a round yielded, in any order. Items that were named and are not told of are as good as not extracted: they
     * are not named again and teach nothing.
     */
    void learn(List<Yield> round);

    /** How the round that was named last came about, and what other policies would have done with it. */
    Standing standing();

    /** The cluster of each item, by ordinal; empty for policies without clusters. */
    default int[] clusters() {
        return new int[0];
    }
}
