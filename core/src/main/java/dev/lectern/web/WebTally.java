package dev.lectern.web;

import java.util.SortedMap;
import java.util.TreeMap;

/** What a run had to do with the web. Safe for many threads. */
public final class WebTally {
    private long searches;
    private long pages;
    private long reused;
    private final SortedMap<String, Long> refused = new TreeMap<>();

    /**
     * The counts.
     *
     * @param searches made now
     * @param pages fetched now
     * @param reused of both, answered from what is kept
     * @param refused addresses that could not be read, by reason
     */
    public record Counts(long searches, long pages, long reused, SortedMap<String, Long> refused) {
        public static final Counts NONE = new Counts(0, 0, 0, new TreeMap<>());

        public Counts {
            refused = new TreeMap<>(refused);
        }
    }

    synchronized void searched(boolean kept) {
        searches += kept ? 0 : 1;
        reused += kept ? 1 : 0;
    }

    synchronized void read(WebPage page, boolean kept) {
        pages += kept || !(page instanceof WebPage.Read) ? 0 : 1;
        reused += kept ? 1 : 0;
        switch (page) {
            case WebPage.Read read -> {}
            case WebPage.Refused no -> refused.merge(no.why(), 1L, Long::sum);
            case WebPage.Unreached nobody -> refused.merge(nobody.why(), 1L, Long::sum);
        }
    }

    public synchronized Counts counts() {
        return new Counts(searches, pages, reused, refused);
    }
}
