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
 * @param why the kind of that no, where it is known
 * @param unusable bodies that came before it and could not be used, in their order
 * @param standIn provider of the model that answered in the place of the one that was asked; its bodies may have another shape
 */
public record KeptAnswer(
        String body,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> refused,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Refusal> why,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unusable,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> standIn) {
    public KeptAnswer {
        why = why == null ? Optional.empty() : why;
        unusable = unusable == null ? List.of() : List.copyOf(unusable);
        standIn = standIn == null ? Optional.empty() : standIn;
    }

    /** What the model said. */
    public static KeptAnswer said(String body, List<String> unusable) {
        return new KeptAnswer(body, Optional.empty(), Optional.empty(), unusable, Optional.empty());
    }

    /** A no. */
    public static KeptAnswer refused(ModelException no, List<String> unusable) {
        return new KeptAnswer(no.raw(), Optional.of(no.getMessage()), no.refusal(), unusable, Optional.empty());
    }

    /** The same, from a model that stood in. */
    public KeptAnswer by(Optional<String> provider) {
        return new KeptAnswer(body, refused, why, unusable, provider);
    }

    public static KeptAnswer of(Reply reply) {
        return Json.read(reply.answer(), KeptAnswer.class);
    }

    /** The no again, as it was said when the reply came. Only where {@link #refused} is there. */
    public ModelException no(Usage usage) {
        String words = refused.orElseThrow();
        return why.map(refusal -> new ModelException(refusal, words, body, usage))
                .orElseGet(() -> new ModelException(ModelException.Kind.REFUSED, words, body, usage));
    }
}
