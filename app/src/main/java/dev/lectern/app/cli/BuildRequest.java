package dev.lectern.app.cli;

import dev.lectern.Lectern;
import dev.lectern.aim.TargetSpec;
import dev.lectern.app.words.Words;
import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.export.Formats;
import dev.lectern.export.Reasoning;
import dev.lectern.kind.TaskKinds;
import dev.lectern.model.ModelSettings;
import dev.lectern.options.BuildOptions;
import dev.lectern.options.Craft;
import dev.lectern.options.Inputs;
import dev.lectern.recipe.Setting;
import dev.lectern.redact.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Turns the settings of {@code build} and {@code plan} into what the front door takes, noting everything that is wrong. */
final class BuildRequest {
    private final Settings settings;
    private final Speaker speaker;
    private final Shell shell;
    private final Problems problems;
    private final Words words;

    BuildRequest(Settings settings, Speaker speaker) {
        this.settings = settings;
        this.speaker = speaker;
        this.shell = speaker.shell();
        this.problems = settings.problems();
        this.words = speaker.words();
    }

    /**
     * The options of a build that can begin.
     *
     * @param writes false for a plan, which leaves the output folder alone
     * @throws ProblemsException with everything that is wrong, with the command and with what it names
     */
    BuildOptions checked(boolean writes) {
        BuildOptions options = options();
        if (!options.sources().isEmpty() || options.inputs().enough()) {
            try {
                Lectern.check(options, writes);
            } catch (ProblemsException e) {
                problems.addAll(new ProblemsException(
                        e.problems().stream().map(this::placed).toList()));
            }
        }
        problems.raise();
        return options;
    }

    /** A problem of the core's, with the place where the user wrote what it is about. */
    private Problem placed(Problem problem) {
        if (problem.what().equals("no such file or folder")) {
            return new Problem(problem.what(), problem.where(), beside(Path.of(problem.where())));
        }
        Optional<Option> option = Optional.of(problem.where())
                .filter(where -> where.startsWith("--"))
                .flatMap(where -> Option.ofKey(where.substring(2)));
        return option.map(o -> new Problem(problem.what(), settings.where(o), problem.fix()))
                .orElse(problem);
    }

    /** What is wrong is noted, not thrown, so that more can be looked at before all is said. */
    private BuildOptions options() {
        settings.word(Option.ENGINE, List.of("local"));
        Roles roles = Roles.of(settings);
        Optional<String> baseUrl = settings.text(Option.BASE_URL);
        if (baseUrl.isPresent() && roles.specs().isEmpty()) {
            problems.add(
                    words.say("problem.base-url"),
                    settings.given(Option.BASE_URL).orElseThrow().where(),
                    words.say("problem.base-url.fix"));
        }
        List<Setting> set = set();
        ModelSettings calls = redacted(new RoleParameters(settings).over(roles.settings(shell.environment()), set));
        return new BuildOptions(
                path(settings.text(Option.OUTPUT).orElse("out")),
                sources(),
                recipe(),
                settings.text(Option.PRESET),
                inputs(),
                new Craft(settings.flag(Option.ECONOMY), criteria()),
                roles.specs(),
                small(Option.SAMPLES),
                small(Option.PER_PASSAGE),
                tasks(),
                settings.text(Option.GOAL),
                settings.word(Option.LANGUAGE, List.of("auto", "en", "zh")).orElse("auto"),
                retrieve(),
                calls,
                small(Option.THREADS).orElse(Runtime.getRuntime().availableProcessors()),
                formats(),
                split(),
                settings.text(Option.REASONING).orElse(Reasoning.DROP.typed()),
                set,
                seed(),
                prompts(),
                words.language());
    }

    private Optional<Path> prompts() {
        OwnPrompts own = OwnPrompts.of(settings, shell);
        own.passedOver().ifPresent(folder -> speaker.note(words.say("build.prompts", own.beside(), folder)));
        return own.folder();
    }

    private Inputs inputs() {
        return new Inputs(
                settings.text(Option.SEEDS).map(this::path),
                settings.text(Option.FACTS).map(this::path),
                settings.text(Option.TOOLS).map(this::path),
                settings.text(Option.FRAMES).map(this::path),
                settings.text(Option.SEARCH),
                targets(),
                settings.text(Option.SELECT));
    }

    private List<TargetSpec> targets() {
        List<TargetSpec> targets = new ArrayList<>();
        List<String> typed = settings.values(Option.TARGET);
        for (String each : typed) {
            int before = targets.size();
            settings.attempt(() -> targets.add(TargetSpec.parse(each, this::path)), Option.TARGET);
            if (targets.size() == before) {
                // Stands in for what was mistyped, so that nothing else complains that there is no target.
                targets.add(new TargetSpec("mistyped", Optional.empty(), 1));
            }
        }
        return targets;
    }

    private List<Path> sources() {
        if (settings.operands().isEmpty()
                && settings.given(Option.SEEDS).isEmpty()
                && settings.given(Option.FACTS).isEmpty()) {
            problems.add(words.say("problem.no-source"), "", words.say("problem.no-source.fix"));
        }
        List<Path> sources = new ArrayList<>();
        for (String typed : settings.operands()) {
            try {
                sources.add(path(typed));
            } catch (InvalidPathException e) {
                problems.add(words.say("problem.source", typed), "", words.say("problem.source.fix"));
            }
        }
        return sources;
    }

    /** The nearest name to the first part of the path that is not there. */
    private String beside(Path missing) {
        Path part = missing.toAbsolutePath().normalize();
        while (part.getParent() != null && !Files.isDirectory(part.getParent())) {
            part = part.getParent();
        }
        Path folder = part.getParent();
        if (folder == null) {
            return words.say("problem.source.fix");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            return Nearest.to(part.getFileName().toString(), names)
                    .map(name -> words.say("problem.nearest", name))
                    .orElseGet(() -> words.say("problem.source.fix"));
        } catch (IOException e) {
            return words.say("problem.source.fix");
        }
    }

    private Optional<String> recipe() {
        Optional<String> recipe = settings.text(Option.RECIPE);
        return recipe.map(name -> Files.isRegularFile(path(name)) ? path(name).toString() : name);
    }

    private SortedMap<String, Integer> tasks() {
        SortedMap<String, Integer> tasks = new TreeMap<>();
        for (Map.Entry<String, Integer> task : settings.weights(Option.TASKS).entrySet()) {
            if (!TaskKinds.names().contains(task.getKey())) {
                problems.add(
                        words.say("problem.task", task.getKey()),
                        settings.where(Option.TASKS),
                        problems.nearest(task.getKey(), TaskKinds.names()));
            }
            tasks.put(task.getKey(), task.getValue());
        }
        return tasks;
    }

    private Optional<String> retrieve() {
        Optional<String> mode = settings.text(Option.RETRIEVE);
        if (mode.isPresent() && !mode.get().matches("own|(lexical|vector|hybrid)(:[1-9]\\d{0,3})?")) {
            problems.add(
                    words.say("problem.word", mode.get()),
                    settings.where(Option.RETRIEVE),
                    words.say("problem.retrieve.fix"));
        }
        return mode;
    }

    /** Names side by side, {@code correct,clear}; one with what it means stands by itself. */
    private List<String> criteria() {
        return settings.values(Option.CRITERIA).stream()
                .flatMap(each -> each.matches("(?s).*[:：].*") ? Stream.of(each) : Stream.of(each.split("[,，、]", -1)))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private List<String> formats() {
        return settings.given(Option.FORMATS).isEmpty() ? Formats.DEFAULT : settings.words(Option.FORMATS);
    }

    private String split() {
        return settings.given(Option.SPLIT)
                .map(given -> String.join(",", given.values()))
                .orElse("train=1");
    }

    private List<Setting> set() {
        List<Setting> set = new ArrayList<>();
        List<String> typed = settings.values(Option.SET);
        typed.forEach(each -> settings.attempt(() -> set.add(Setting.parse(each)), Option.SET));
        return set;
    }

    private ModelSettings redacted(ModelSettings calls) {
        Optional<String> placeholders = settings.word(Option.PLACEHOLDERS, List.of("restore", "keep"));
        Optional<Path> names = settings.text(Option.NAMES).map(this::path);
        if (!settings.flag(Option.REDACT) && placeholders.isEmpty() && names.isEmpty()) {
            return calls;
        }
        List<Redaction> redaction = new ArrayList<>();
        settings.attempt(
                () -> redaction.add(
                        Redaction.of(placeholders.filter("keep"::equals).isPresent(), names)),
                Option.NAMES);
        return redaction.stream().findFirst().map(calls::withRedaction).orElse(calls);
    }

    private long seed() {
        return settings.whole(Option.SEED, Long.MIN_VALUE).orElse(BuildOptions.SEED);
    }

    private OptionalInt small(Option option) {
        Optional<Long> number = settings.whole(option, 1);
        if (number.isPresent() && number.get() > Integer.MAX_VALUE) {
            problems.add(words.say("problem.huge", number.get()), settings.where(option), "");
            return OptionalInt.empty();
        }
        return number.map(n -> OptionalInt.of(n.intValue())).orElse(OptionalInt.empty());
    }

    private Path path(String typed) {
        return Paths.of(shell, typed);
    }
}
