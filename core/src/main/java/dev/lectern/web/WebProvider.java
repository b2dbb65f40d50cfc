package dev.lectern.web;

import dev.lectern.check.ProblemsException;
import dev.lectern.corpus.Document;
import java.util.Map;
import java.util.Optional;

/** The way to the web. Found through {@link java.util.ServiceLoader}. */
public interface WebProvider {
    /**
     * The engine that {@code --search} names; nothing is asked of it yet.
     *
     * @param spec {@code searxng:URL}, {@code brave}, {@code tavily} …
     * @param environment where its key is
     * @throws ProblemsException if there is no such engine, or its key is missing
     */
    SearchEngine engine(String spec, Map<String, String> environment);

    /** @param environment which names proxies */
    Pages pages(Map<String, String> environment);

    /** The main text of a page; empty if it holds none. */
    Optional<Document> document(Fetched.Page page);

    /** Fetches pages. Safe for many threads. */
    interface Pages {
        /** @param manners what may be fetched */
        Fetched fetch(String url, WebManners manners);
    }
}
