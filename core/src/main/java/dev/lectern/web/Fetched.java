package dev.lectern.web;

/** What came of fetching an address, before anybody reads it. */
public sealed interface Fetched {
    /**
     * A page.
     *
     * @param url where it was found in the end
     * @param type its media type, {@code text/html}
     * @param body decoded; what is no text, a PDF, in Base64
     */
    record Page(String url, String type, String body) implements Fetched {}

    /** Not to be had: forbidden, no text, too large. */
    record Refused(String why) implements Fetched {}

    /** Nobody answered. */
    record Unreached(String why) implements Fetched {}
}
