package dev.lectern.stage;

import dev.lectern.sample.Sample;
import java.util.Comparator;

/**
 * The light stand-ins for samples that stages which see many of them work on. Made once per sample.
 *
 * @param <E> a record of tens of bytes: id, rank, keys
 */
public interface Entries<E> {
    Class<E> entryType();

    E entry(Sample sample, Tools tools);

    String id(E entry);

    /** Best first; must end in the id, so that no two entries are equal. */
    Comparator<E> order();
}
