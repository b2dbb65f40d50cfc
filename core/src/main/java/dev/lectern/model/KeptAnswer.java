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
 * @param standIn provider of the model that answered in the place of the one that was asked; its bodies may have another shape
 */
public record KeptAnswer(
        String body,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> refused,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unusable,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> standIn) {
    public KeptAnswer {
        unusable = unusable == null ? List.of() : List.copyOf(unusable);
        standIn = standIn == null ? Optional.empty() : standIn;
    }

    /** As the model itself answered. */
    public KeptAnswer(String body, Optional<String> refused, List<String> unusable) {
        this(body, refused, unusable, Optional.empty());
    }

    public static KeptAnswer of(Reply reply) {
        return Json.read(reply.answer(), KeptAnswer.class);
    }
}
