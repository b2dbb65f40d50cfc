package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.check.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Turns arguments into a command that is ready to run, or into all that is wrong with them. */
final class CommandLineReader {
    /** What people try who know other tools, and the message that answers it. */
    private static final Map<String, String> HABITS = Map.of(
            "--resume", "habit.resume",
            "--dry-run", "habit.plan",
            "--preview", "habit.plan",
            "--api-key", "habit.key",
            "--chunk-size", "habit.chunk",
            "--chunk-overlap", "habit.chunk",
            "--temperature", "habit.temperature");

    private static final Set<String> HELP = Set.of("--help", "-h", "help");

    private final Speaker speaker;
    private final Words words;
    private final Problems problems;

    CommandLineReader(Speaker speaker) {
        this.speaker = speaker;
        this.words = speaker.words();
        this.problems = new Problems(words);
    }

    Command read(List<String> typed) {
        Help help = new Help(speaker);
        if (typed.isEmpty() || HELP.containsAll(typed)) {
            return help::ofProgram;
        }
        if (typed.size() == 2
                && typed.getFirst().equals("help")
                && Verb.of(typed.get(1)).isPresent()) {
            return () -> help.of(Verb.of(typed.get(1)).orElseThrow());
        }
        ParseResult root =
                new CommandLine(program()).setUnmatchedArgumentsAllowed(true).parseArgs(typed.toArray(String[]::new));
        if (!root.hasSubcommand()) {
            return unknownVerb(root, typed);
        }
        ParseResult sub = root.subcommand();
        Verb verb = Verb.of(sub.commandSpec().name()).orElseThrow();
        if (!verb.available()) {
            problems.add(
                    words.say("problem.verb-later", verb.typed()),
                    "lectern " + verb.typed(),
                    words.say("problem.later.fix"));
            problems.raise();
        }
        if (sub.hasMatchedOption(Option.HELP.typed())) {
            return () -> help.of(verb);
        }
        return command(verb, root, sub, typed);
    }

    private Command command(Verb verb, ParseResult root, ParseResult sub, List<String> typed) {
        Map<Option, Given> given = new EnumMap<>(Option.class);
        Stream.of(root, sub)
                .flatMap(result -> result.matchedOptions().stream())
                .distinct()
                .forEach(spec -> take(spec, given));
        unknown(
                verb,
                Stream.concat(root.unmatched().stream(), sub.unmatched().stream())
                        .distinct()
                        .toList());
        Stream.concat(root.errors().stream(), sub.errors().stream())
                .filter(CommandLine.MissingParameterException.class::isInstance)
                .map(CommandLine.MissingParameterException.class::cast)
                .forEach(this::missing);
        List<String> operands = operands(sub, typed);
        Optional<ConfigFile> config = verb.options().contains(Option.CONFIG)
                ? new ConfigSearch(speaker.shell().folder(), problems).find(given.get(Option.CONFIG), operands)
                : Optional.empty();
        config.ifPresent(file -> file.given().forEach(given::putIfAbsent));
        if (operands.isEmpty() && verb.reads()) {
            operands = config.map(ConfigFile::sources).orElse(List.of());
        }
        later(given);
        Project project = config.map(ConfigFile::project).orElse(Project.NONE);
        return Commands.of(
                verb, new Settings(operands, given, config.map(ConfigFile::file), project, problems), speaker);
    }

    private Command unknownVerb(ParseResult root, List<String> typed) {
        List<String> known = Arrays.stream(Verb.values())
                .filter(Verb::available)
                .flatMap(verb -> Stream.concat(Stream.of(verb.typed()), verb.aliases().stream()))
                .toList();
        Optional<String> verb =
                root.unmatched().stream().filter(word -> !word.startsWith("-")).findFirst();
        String wrong = verb.orElse(typed.getFirst());
        problems.add(
                words.say(verb.isPresent() ? "problem.verb" : "problem.option", wrong),
                "",
                verb.isPresent() ? problems.nearest(wrong, known) : words.say("problem.option.program"));
        problems.raise();
        throw new IllegalStateException("a problem was raised");
    }

    private void take(OptionSpec spec, Map<Option, Given> given) {
        Option option =
                Option.valueOf(spec.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT));
        List<String> values = option.flag()
                ? List.of("true")
                : spec.originalStringValues().stream().toList();
        if (values.isEmpty()) {
            return; // said as a missing value
        }
        if (values.size() > 1 && !option.repeatable()) {
            problems.add(words.say("problem.twice"), option.typed(), words.say("problem.twice.fix"));
        }
        given.put(option, new Given(values, option.typed()));
    }

    private void unknown(Verb verb, List<String> unmatched) {
        List<String> forms = verb.options().stream()
                .filter(Option::available)
                .flatMap(option -> option.forms().stream())
                .filter(form -> form.startsWith("--"))
                .toList();
        for (String word : unmatched) {
            String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            if (!option.startsWith("-")) {
                problems.add(
                        words.say("problem.operand", word),
                        "lectern " + verb.typed(),
                        words.say("problem.operand.fix", verb.typed()));
            } else if (HABITS.containsKey(option)) {
                problems.add(words.say("problem.option", option), "", words.say(HABITS.getOrDefault(option, "")));
            } else if (Option.ofKey(option.replaceFirst("^--?", ""))
                    .filter(known -> !known.available())
                    .isPresent()) {
                problems.add(words.say("problem.later", option), "", words.say("problem.later.fix"));
            } else if (Option.ofKey(option.replaceFirst("^--?", "")).isPresent()) {
                problems.add(
                        words.say("problem.option-elsewhere", option, verb.typed()),
                        "",
                        words.say("problem.operand.fix", verb.typed()));
            } else {
                problems.add(
                        words.say("problem.option", option),
                        "",
                        Nearest.to(option, forms)
                                .map(name -> words.say("problem.nearest", name))
                                .orElseGet(() -> words.say("problem.operand.fix", verb.typed())));
            }
        }
    }

    private void missing(CommandLine.MissingParameterException error) {
        error.getMissing().stream()
                .filter(OptionSpec.class::isInstance)
                .map(spec -> ((OptionSpec) spec).longestName())
                .forEach(name ->
                        problems.add(words.say("problem.missing"), name, words.say("problem.missing.fix", name)));
    }

    /** The operands; what stands behind an unknown option was most likely meant for that option. */
    private static List<String> operands(ParseResult sub, List<String> typed) {
        List<String> operands = new ArrayList<>(sub.matchedPositionals().stream()
                .distinct()
                .flatMap(spec -> spec.originalStringValues().stream())
                .toList());
        for (String unknown : sub.unmatched()) {
            int next = typed.indexOf(unknown) + 1;
            if (unknown.startsWith("-") && !unknown.contains("=") && next > 0 && next < typed.size()) {
                operands.remove(typed.get(next));
            }
        }
        return operands;
    }

    private void later(Map<Option, Given> given) {
        given.forEach((option, value) -> {
            boolean off = option.flag() && value.value().equals("false");
            if (!option.available() && !off) {
                String where = value.where().equals(option.typed()) ? "" : value.where();
                problems.add(words.say("problem.later", option.typed()), where, words.say("problem.later.fix"));
            }
        });
    }

    private static CommandSpec program() {
        CommandSpec program = CommandSpec.create().name("lectern");
        program.parser().collectErrors(true);
        List.of(Option.JSON, Option.QUIET, Option.UI_LANGUAGE, Option.HELP)
                .forEach(option -> program.addOption(spec(option)));
        for (Verb verb : Verb.values()) {
            CommandSpec command = CommandSpec.create()
                    .name(verb.typed())
                    .aliases(verb.aliases().toArray(String[]::new));
            command.parser().collectErrors(true);
            Set<Option> options = verb.available() ? verb.options() : Set.of();
            options.forEach(option -> command.addOption(spec(option)));
            command.addPositional(PositionalParamSpec.builder()
                    .index("0..*")
                    .arity("0..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .build());
            program.addSubcommand(verb.typed(), command);
        }
        return program;
    }

    private static OptionSpec spec(Option option) {
        OptionSpec.Builder spec = OptionSpec.builder(option.forms().toArray(String[]::new));
        if (option.flag()) {
            return spec.arity("0")
                    .type(boolean.class)
                    .usageHelp(option == Option.HELP)
                    .build();
        }
        return spec.arity("1").type(List.class).auxiliaryTypes(String.class).build();
    }
}
