package dev.lectern.seed;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.text.Hash;
import java.util.Optional;

/**
 * A question to begin from.
 *
 * @param id hash of question and answer: the same seed in another file, or on another line, is the same seed
 * @param answer where a person gave one; never altered
 * @param task its kind, where the file says so
 * @param human whether a person wrote it; a file may say of a row that a model did
 * @param line where it stands in its file
 */
public record Seed(
        String id,
        String question,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> answer,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> task,
        String language,
        boolean human,
        int line) {
    /** The tag of rows that people wrote something of. */
    public static final String HUMAN = "human";

    /** Its value where the question is a person's and the answer is not; {@code row} where both are. */
    public static final String HUMAN_QUESTION = "question";

    static String idOf(String question, Optional<String> answer) {
        return Hash.id("seed", question, answer.orElse(""));
    }
}
