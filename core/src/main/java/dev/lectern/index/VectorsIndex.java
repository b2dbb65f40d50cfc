package dev.lectern.index;

import dev.lectern.corpus.Filter;
import java.io.Closeable;
import java.util.List;

/** Passages by their vectors. Safe for many threads; the same on every machine, whatever its processor multiplies with. */
public interface VectorsIndex extends Closeable {
    /**
     * The nearest first, equal ones in the order in which the index was built; the score is the cosine.
     *
     * @param space name of the space that the vector lies in; only passages of the same space are near it
     */
    List<Found> find(String space, float[] vector, int top, Filter filter);
}
