package dev.lectern.app.cli;

import dev.lectern.check.ProblemsException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command was given: its operands and its options, from the command line and {@code lectern.yaml} together.
 * Reading a value of the wrong kind notes a problem and gives nothing, so that a command can read them all and stop once.
 */
final class Settings {
    private final List<String> operands;
    private final Map<Option, Given> given;
    private final Optional<Path> config;
    private final Project project;
    private final Problems problems;

    /** @param config the {@code lectern.yaml} that was read */
    Settings(
            List<String> operands,
            Map<Option, Given> given,
            Optional<Path> config,
            Project project,
            Problems problems) {
        this.config = config;
        this.project = project;
        this.operands = List.copyOf(operands);
        this.given = new EnumMap<>(Option.class);
        this.given.putAll(given);
        this.problems = problems;
    }

    List<String> operands() {
        return operands;
    }

    /** The {@code lectern.yaml} that was read. */
    Optional<Path> config() {
        return config;
    }

    /** What the project's {@code lectern.yaml} says of models. */
    Project project() {
        return project;
    }

    Problems problems() {
        return problems;
    }

    Optional<Given> given(Option option) {
        return Optional.ofNullable(given.get(option));
    }

    /** All values of an option that may be given several times. */
    List<String> values(Option option) {
        return given(option).map(Given::values).orElse(List.of());
    }

    /** Where the user wrote it, for a problem with it. */
    String where(Option option) {
        return given(option).map(Given::where).orElse(option.typed());
    }

    /** Runs a check of the core's, and says its problems where the option was given. */
    void attempt(Runnable check, Option option) {
        try {
            check.run();
        } catch (ProblemsException e) {
            e.problems().stream()
                    .map(problems.words()::translate)
                    .forEach(problem -> problems.add(problem.what(), where(option), problem.fix()));
        }
    }

    Map<Option, Given> all() {
        return Map.copyOf(given);
    }

    Optional<String> text(Option option) {
        Optional<Given> found = given(option);
        if (found.isPresent() && found.get().value().isBlank()) {
            wrong("problem.empty", found.get(), option);
            return Optional.empty();
        }
        return found.map(Given::value);
    }

    boolean flag(Option option) {
        Optional<Given> found = given(option);
        if (found.isEmpty()) {
            return false;
        }
        String value = found.get().value();
        if (!value.equals("true") && !value.equals("false")) {
            wrong("problem.flag", found.get(), option);
        }
        return value.equals("true");
    }

    /** A whole number from {@code least} up. */
    Optional<Long> whole(Option option, long least) {
        Optional<Given> found = given(option);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            long number = Long.parseLong(found.get().value().strip().replace("_", ""));
            if (number >= least) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // said below, as any other value that won't do
        }
        if (least == Long.MIN_VALUE) {
            wrong("problem.number", found.get(), option);
        } else {
            wrong("problem.whole", found.get(), option, least);
        }
        return Optional.empty();
    }

    /** One of the words; others are a problem that names them. */
    Optional<String> word(Option option, List<String> known) {
        Optional<String> typed = text(option);
        if (typed.isPresent() && !known.contains(typed.get())) {
            problems.add(
                    problems.words().say("problem.word", typed.get()),
                    given(option).orElseThrow().where(),
                    problems.nearest(typed.get(), known));
            return Optional.empty();
        }
        return typed;
    }

    /** Words joined by commas. */
    List<String> words(Option option) {
        return given(option).stream()
                .flatMap(found -> found.values().stream())
                .flatMap(value -> List.of(value.split("[,，]")).stream())
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** {@code name=number} pairs joined by commas, in the order given. */
    Map<String, Integer> weights(Option option) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        Optional<Given> found = given(option);
        for (String pair : words(option)) {
            int sign = pair.indexOf('=');
            String number = pair.substring(sign + 1).strip();
            boolean good = sign > 0 && number.matches("\\d{1,6}");
            if (!good || weights.putIfAbsent(pair.substring(0, sign).strip(), Integer.valueOf(number)) != null) {
                wrong("problem.pairs", found.orElseThrow(), option, pair);
            }
        }
        return weights;
    }

    private void wrong(String key, Given found, Option option, Object... more) {
        Object[] about = new Object[more.length + 1];
        about[0] = found.value();
        System.arraycopy(more, 0, about, 1, more.length);
        problems.add(
                problems.words().say(key, about),
                found.where(),
                problems.words().say(key + ".fix", option.typed(), about.length > 1 ? about[1] : ""));
    }
}
