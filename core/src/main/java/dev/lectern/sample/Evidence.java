package dev.lectern.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A quote that supports an answer.
 *
 * @param document id of the document
 * @param passage id of the passage that holds the quote
 * @param start first UTF-16 unit of the quote in the document's text, or {@link #NOWHERE} while it is only claimed
 * @param end one past the last; {@code text.substring(start, end)} equals {@code quote} once located
 * @param uri the document's uri, relative to the source it came from
 * @param page the page it stands on, where the document has pages
 */
public record Evidence(
        String document,
        String passage,
        int start,
        int end,
        String quote,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> uri,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalInt page) {
    /** The offset of a quote that a model claims and no program has found yet. */
    public static final int NOWHERE = -1;

    /** A quote that is claimed to stand in the passage; {@code locate-quotes} finds it or drops the row. */
    public static Evidence claimed(String document, String passage, String quote, Optional<String> uri) {
        return new Evidence(document, passage, NOWHERE, NOWHERE, quote, uri, OptionalInt.empty());
    }

    public boolean located() {
        return start != NOWHERE;
    }
}
