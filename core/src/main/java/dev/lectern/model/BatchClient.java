package dev.lectern.model;

import java.util.List;
import java.util.Optional;

/** A provider's batch interface: many calls handed in at once, fetched hours later, for less money. */
public interface BatchClient {
    /** @param key identity of the call, which comes back with its result */
    record Line(String key, ChatRequest request, Manner manner) {}

    /**
     * What came of a line.
     *
     * @param body the reply as over the wire, for the client's {@link BodyReader}; empty if there is none
     * @param status 200, or the status that the call would have had; 0 for expired or cancelled
     * @param error the provider's words, where it is one
     * @param why the kind of its no, where it is one
     */
    record Result(String key, int status, Optional<String> body, String error, Refusal why) {
        public Result(String key, int status, Optional<String> body, String error) {
            this(key, status, body, error, Refusal.NOT_TAKEN);
        }
    }

    /**
     * How a batch stands.
     *
     * @param ended nothing more will come
     * @param done lines that are through, of {@code total}
     * @param said the provider's word for it, and why it failed where it did
     */
    record State(boolean ended, long done, long total, String said) {}

    /** Hands lines in. @return the provider's id of the batch, to be kept before anything else happens */
    String submit(List<Line> lines);

    /** @throws TryAgain if it could not be asked just now @throws ModelException if the provider knows no such batch */
    State poll(String batch);

    /** Results of a batch that has ended; lines without one are missing. */
    List<Result> results(String batch);
}
