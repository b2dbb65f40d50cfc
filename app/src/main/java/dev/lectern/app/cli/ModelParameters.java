package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.Parameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a model call that a project may set for a role or a model, and the roles that there are. */
final class ModelParameters {
    static final String EMBEDDER = "embedder";
    static final List<String> ROLES = List.of("writer", "judge", "student", "voters", EMBEDDER);

    static final List<String> NAMES = List.of(
            "temperature",
            "top_p",
            "top_k",
            "max_tokens",
            "thinking",
            "reasoning_effort",
            "presence_penalty",
            "frequency_penalty",
            "seed",
            "stop");

    /** What other tools call them. */
    private static final Map<String, String> HABITS = Map.of(
            "max_new_tokens", "max_tokens",
            "max_completion_tokens", "max_tokens",
            "enable_thinking", "thinking");

    private static final Map<String, BigDecimal> HIGHEST =
            Map.of("temperature", BigDecimal.TWO, "top_p", BigDecimal.ONE);

    private ModelParameters() {}

    /** The customary name of a parameter, however it was written; empty if it is none. */
    static Optional<String> named(String key) {
        String snake = key.replace('-', '_');
        return Optional.of(HABITS.getOrDefault(snake, snake)).filter(NAMES::contains);
    }

    /** The role of this name; {@code voter} is one of the voters. */
    static Optional<String> role(String name) {
        return Optional.of(name.equals("voter") ? "voters" : name).filter(ROLES::contains);
    }

    /** What is wrong with the value, where anything is. */
    static Optional<String> wrong(String name, Object value, Words words) {
        boolean whole = value instanceof Long || value instanceof Integer;
        return switch (name) {
            case "temperature", "top_p" -> {
                BigDecimal most = HIGHEST.getOrDefault(name, BigDecimal.ONE);
                boolean fits = value instanceof Number number
                        && new BigDecimal(number.toString()).signum() >= 0
                        && new BigDecimal(number.toString()).compareTo(most) <= 0;
                yield fits ? Optional.empty() : Optional.of(words.say("parameter.range", name, value, most));
            }
            case "max_tokens", "top_k" -> {
                boolean fits = whole && ((Number) value).longValue() > 0;
                yield fits ? Optional.empty() : Optional.of(words.say("parameter.whole", name, value));
            }
            default -> checkedByCore(name, value, words);
        };
    }

    private static Optional<String> checkedByCore(String name, Object value, Words words) {
        try {
            Parameters.checked(Map.of(name, value), name);
            return Optional.empty();
        } catch (ProblemsException e) {
            Problem problem = words.translate(e.problems().getFirst());
            return Optional.of(words.say("parameter.wrong", problem.what(), problem.fix()));
        }
    }
}
