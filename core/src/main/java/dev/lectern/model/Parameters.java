package dev.lectern.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a role's or a model's calls may be asked with: temperature and the like. They are part of a call's identity, so each has one name
 * and one type. A name that is not listed goes to the server as it is, unless it looks like a slip of the pen.
 */
public final class Parameters {
    /** The one parameter that the call layer itself works with. */
    public static final String MAX_TOKENS = "max_tokens";

    private static final Set<String> ON = Set.of("on", "true", "yes");
    private static final Set<String> OFF = Set.of("off", "false", "no");
    private static final Map<String, String> ALIASES =
            Map.of("max_new_tokens", MAX_TOKENS, "max_completion_tokens", MAX_TOKENS);

    private static final SortedMap<String, Kind> KNOWN = new TreeMap<>(Map.of(
            "temperature",
            new Kind("a number from 0 to 2, such as 0.7", v -> number(v, 0, 2)),
            "top_p",
            new Kind("a number from 0 to 1, such as 0.95", v -> number(v, 0, 1)),
            "top_k",
            new Kind("a whole number, such as 40", v -> whole(v, -1)),
            MAX_TOKENS,
            new Kind("a whole number of 1 or more, such as 2048", v -> whole(v, 1)),
            "seed",
            new Kind("a whole number, such as 42", v -> whole(v, Long.MIN_VALUE)),
            "stop",
            new Kind("a text or a list of texts", Parameters::texts),
            "presence_penalty",
            new Kind("a number from -2 to 2", v -> number(v, -2, 2)),
            "frequency_penalty",
            new Kind("a number from -2 to 2", v -> number(v, -2, 2)),
            Thinking.PARAMETER,
            new Kind("on, off, or a number of tokens to think at most", Parameters::thinking)));

    /**
     * A parameter's type.
     *
     * @param wanted in words
     * @param read the value in its one form; empty if it is none
     */
    private record Kind(String wanted, Function<Object, Optional<Object>> read) {}

    private Parameters() {}

    /**
     * The same parameters, each by its one name and type. What has no value is left out.
     *
     * @param where the setting that holds them, such as {@code roles.writer}
     * @throws ProblemsException with everything that is wrong with them
     */
    public static SortedMap<String, Object> checked(Map<String, ?> given, String where) {
        SortedMap<String, Object> checked = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        new TreeMap<String, Object>(given).forEach((typed, value) -> {
            if (Objects.isNull(value) || (value instanceof JsonNode node && node.isNull())) {
                return;
            }
            String plain = typed.strip().toLowerCase(Locale.ROOT).replace('-', '_');
            String name = ALIASES.getOrDefault(plain, plain);
            Optional<Kind> kind = Optional.ofNullable(KNOWN.get(name));
            Optional<String> meant = kind.isPresent() ? Optional.empty() : Nearest.to(name, KNOWN.keySet());
            if (meant.isPresent()) {
                problems.add(new Problem(
                        "there is no parameter '" + typed + "'", where, "did you mean '" + meant.get() + "'?"));
                return;
            }
            Object plainValue = value instanceof JsonNode node ? Json.mapper().convertValue(node, Object.class) : value;
            Optional<Object> read = kind.map(k -> k.read().apply(plainValue)).orElse(Optional.of(plainValue));
            if (read.isEmpty()) {
                problems.add(new Problem(
                        "the parameter '" + typed + "' cannot be '" + plainValue + "'",
                        where,
                        "give " + kind.orElseThrow().wanted()));
                return;
            }
            if (checked.put(name, read.get()) != null) {
                problems.add(new Problem(
                        "the parameter '" + name + "' is given twice, under two names", where, "keep one of them"));
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return checked;
    }

    /** Tokens that the answer may have; empty if nothing limits it. */
    public static Optional<Long> maxTokens(Map<String, ?> parameters) {
        return parameters.get(MAX_TOKENS) instanceof Number n ? Optional.of(n.longValue()) : Optional.empty();
    }

    private static Optional<Object> number(Object value, double least, double most) {
        return value instanceof Number n && n.doubleValue() >= least && n.doubleValue() <= most
                ? Optional.of(n.doubleValue())
                : Optional.empty();
    }

    private static Optional<Object> whole(Object value, long least) {
        return value instanceof Number n && n.doubleValue() == Math.rint(n.doubleValue()) && n.longValue() >= least
                ? Optional.of(n.longValue())
                : Optional.empty();
    }

    private static Optional<Object> texts(Object value) {
        Collection<?> list = value instanceof Collection<?> many ? many : List.of(value);
        return !list.isEmpty() && list.stream().allMatch(text -> text instanceof String s && !s.isEmpty())
                ? Optional.of(List.copyOf(list))
                : Optional.empty();
    }

    /** {@code true}, {@code false} or a number of tokens. YAML reads a bare {@code on} as true. */
    private static Optional<Object> thinking(Object value) {
        return switch (value) {
            case Boolean on -> Optional.of(on);
            case String word when ON.contains(word.strip().toLowerCase(Locale.ROOT)) -> Optional.of(true);
            case String word when OFF.contains(word.strip().toLowerCase(Locale.ROOT)) -> Optional.of(false);
            case Number n when n.longValue() == 0 -> Optional.of(false);
            default -> whole(value, 1);
        };
    }
}
