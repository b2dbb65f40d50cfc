package dev.lectern.index;

import dev.lectern.corpus.Filter;
import java.io.Closeable;
import java.util.List;

/** Passages by their words. Safe for many threads. */
public interface WordsIndex extends Closeable {
    /** The best first, equal ones in the order in which the index was built. */
    List<Found> find(String query, int top, Filter filter);
}
