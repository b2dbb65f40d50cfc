package dev.lectern.web;

import dev.lectern.corpus.Document;

/** What became of the wish to read a page. */
public sealed interface WebPage {
    /** Its main text, a document of the run's corpus from now on; its uri is the address that the page was found at in the end. */
    record Read(Document document) implements WebPage {}

    /** There is nothing to read there, and asking again would not change that. */
    record Refused(String why) implements WebPage {}

    /** Nobody answered: another day the page may be there. */
    record Unreached(String why) implements WebPage {}
}
