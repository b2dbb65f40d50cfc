package dev.lectern.web;

import java.util.List;

/** The web as a stage sees it. Safe for many threads; the calling thread waits. */
public interface Web {
    /** Where no search engine was named and nothing can be read. */
    Web NONE = new Web() {
        @Override
        public boolean searches() {
            return false;
        }

        @Override
        public List<WebHit> search(String query, int page) {
            return List.of();
        }

        @Override
        public WebPage read(String url, WebManners manners) {
            return new WebPage.Refused("there is no way to the web");
        }

        @Override
        public void forgo(String url, WebManners manners, String why) {}
    };

    /** Whether there is an engine to ask. */
    boolean searches();

    /**
     * The hits of one page of results, as the engine ranked them.
     *
     * @param page from 1
     * @throws dev.lectern.model.ModelException if the engine cannot be reached
     */
    List<WebHit> search(String query, int page);

    /** Reads a page, or finds out why not. */
    WebPage read(String url, WebManners manners);

    /** Keeps it as settled that the page cannot be had: a later run does without it too, and its rows are the same. */
    void forgo(String url, WebManners manners, String why);
}
