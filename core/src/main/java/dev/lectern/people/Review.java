package dev.lectern.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.sample.Sample;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a person decided about one row: a line of {@code reviews.jsonl}.
 *
 * @param id of the row; of one that a person added, its own
 * @param rating as the person gave it; empty if none
 * @param sample the row as the person wrote it, for rewritten and added ones
 */
public record Review(
        String id,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String reviewer,
        Decision decision,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalDouble rating,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> note,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Sample> sample) {
    /** What became of the row. */
    public enum Decision {
        ACCEPT,
        REJECT,
        /** The row is out, and the person's own stands for it. */
        REWRITE,
        ADD
    }
}
