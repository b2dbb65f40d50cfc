package dev.lectern.corpus;

import dev.lectern.text.Rouge;
import java.util.List;

/**
 * Finds the passages that have most to do with a text. What it finds depends on the set of passages, the text and the embedder's vectors
 * only: never on the order in which passages were added, on threads or on the machine. Safe for many threads.
 */
public interface Retriever {
    /** How passages are looked for. */
    enum By {
        /** By words. */
        LEXICAL,
        /** By meaning; by words where no embedder can run. */
        VECTOR,
        /** By both; by words alone where no embedder can run. */
        HYBRID
    }

    /**
     * The best passages first; equal ones in id order.
     *
     * @param query a question or any text, in the language of the passages it is to find
     * @param top how many at most; fewer where fewer have anything in common with the query
     */
    List<Hit> find(String query, int top, Filter filter);

    /** How near two texts are to each other, 1 for the same, by the means that passages are found by: by their words where nothing embeds. */
    default double likeness(String one, String other) {
        return Rouge.f(one, other);
    }
}
