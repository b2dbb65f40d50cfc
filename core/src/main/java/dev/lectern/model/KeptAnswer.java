package dev.lectern.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.text.Json;
import java.util.Optional;

/**
 * The {@code answer} of a kept chat reply.
 *
 * @param body what came over the wire
 * @param refused why it is no answer, where the model would not answer this request
 */
public record KeptAnswer(
        String body,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> refused) {
    public static KeptAnswer of(Reply reply) {
        return Json.read(reply.answer(), KeptAnswer.class);
    }
}
