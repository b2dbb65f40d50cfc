package dev.lectern.model;

/** Makes room for answers that are on their way. Safe for many threads. */
@FunctionalInterface
public interface Landings {
    /** Nothing outlives the program. */
    Landings NONE = request -> Landing.NONE;

    /**
     * Room for one answer, until it is closed. What was left of an equal request is handed out once.
     *
     * @param request SHA-256 in hex of what is sent, and of what else tells it from other requests
     */
    Landing open(String request);
}
