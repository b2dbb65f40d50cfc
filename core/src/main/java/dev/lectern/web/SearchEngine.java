package dev.lectern.web;

import java.util.List;

/** A search engine at an address. Safe for many threads. */
public interface SearchEngine {
    /** What it is called in {@code --search}. */
    String name();

    /** Its address, without keys. */
    String base();

    /**
     * Asks and gives the answer as it came.
     *
     * @param page of results, from 1
     * @throws dev.lectern.model.ModelException {@code UNREACHABLE} if nobody answers, or the engine wants no more to do with us for now
     */
    String ask(String query, int page);

    /** The hits in an answer, in its order; none if it holds none. */
    List<WebHit> hits(String answer);
}
