package dev.lectern.model;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether a model should think before it answers, as the parameter {@code thinking} says: true, false, or a number of
 * tokens that it may think. Each provider has its own words for it; clients write those.
 *
 * @param budget tokens to think at most; empty leaves it to the model
 */
public record Thinking(boolean on, OptionalInt budget) {
    /** The parameter's name. */
    public static final String PARAMETER = "thinking";

    /** @param parameters as {@link Parameters#checked} gives them; empty if they say nothing of it */
    public static Optional<Thinking> of(Map<String, ?> parameters) {
        return Optional.ofNullable(parameters.get(PARAMETER)).map(Thinking::said);
    }

    private static Thinking said(Object value) {
        return value instanceof Number tokens
                ? new Thinking(true, OptionalInt.of(tokens.intValue()))
                : new Thinking(value.equals(true), OptionalInt.empty());
    }
}
