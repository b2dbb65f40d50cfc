package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.sample.Sample;
import java.util.Map;
import java.util.Optional;

/** What a model is asked for as an answer and how its reply becomes messages. */
public interface AnswerForm {
    /** A response in words, with its citations: {@code {"response","citations"}}. */
    static AnswerForm plain() {
        return new PlainAnswer();
    }

    /** The prompt; has the places {@code {{passages}}}, {@code {{instruction}}} and {@code {{manner}}}, and those of {@link #more}. */
    String prompt();

    JsonNode schema();

    /** Values of places that only this form's prompt has. */
    default Map<String, String> more(Sample asked) {
        return Map.of();
    }

    /** @return empty if the text holds no such reply */
    Optional<Answer> read(String reply, Sample asked);
}
