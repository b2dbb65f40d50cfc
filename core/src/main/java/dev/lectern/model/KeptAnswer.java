package dev.lectern.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Optional;

/**
 * The {@code answer} of a kept chat reply.
 *
 * @param body what came over the wire
 * @param refused why it is no answer, where the model would not answer this request
 * @param unusable bodies that came before it and could not be used, in their order
 */
public record KeptAnswer(
        String body,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> refused,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unusable) {
    public KeptAnswer {
        unusable = unusable == null ? List.of() : List.copyOf(unusable);
    }

    public static KeptAnswer of(Reply reply) {
        return Json.read(reply.answer(), KeptAnswer.class);
    }
}
