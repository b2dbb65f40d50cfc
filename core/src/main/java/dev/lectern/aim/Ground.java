package dev.lectern.aim;

import dev.lectern.select.Pool;
import java.util.BitSet;
import java.util.List;

/**
 * What there is to choose from: passages, or whole documents, with their vectors, in the order of the documents' ids and of the text.
 *
 * @param ids of the items, by ordinal
 * @param titles of the documents, by ordinal
 * @param copies passages that say word for word what another one says; they are not chosen from
 * @param comparable items in languages that some example of the aim can be compared with
 * @param tokens about how many the vectors were made of
 */
public record Ground(List<String> ids, Pool pool, List<String> titles, int copies, BitSet comparable, long tokens) {
    public Ground {
        ids = List.copyOf(ids);
        titles = List.copyOf(titles);
        comparable = (BitSet) comparable.clone();
    }

    @Override
    public BitSet comparable() {
        return (BitSet) comparable.clone();
    }

    /** How many items are in languages that no example of the aim can be compared with. */
    public int incomparable() {
        return ids.size() - comparable.cardinality();
    }

    /** Whether nothing can be said of how near any item is. */
    public boolean blind() {
        return !ids.isEmpty() && comparable.isEmpty();
    }
}
