package dev.lectern.app.cli;

import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The command that a run was built with, kept in {@code run/build.json} so that it can be run again. Holds what was typed, not what a
 * {@code lectern.yaml} said: that is read anew. Keys stand in neither.
 *
 * @param folder where it was typed
 * @param sources as typed; none where the {@code lectern.yaml} of that folder names them
 * @param options by their names without dashes
 */
record HowBuilt(String folder, List<String> sources, SortedMap<String, List<String>> options) {
    private static final String FILE = "run/build.json";
    /** Addresses may hold a password or a key. */
    private static final Pattern SECRET = Pattern.compile("//[^/]*@|(?i)(key|token|secret|password)=");

    HowBuilt {
        sources = List.copyOf(sources);
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    static HowBuilt of(Settings settings, Path folder) {
        SortedMap<String, List<String>> options = new TreeMap<>();
        settings.all().forEach((option, given) -> {
            boolean typed = given.where().equals(option.typed());
            if (typed && option != Option.OUTPUT && option != Option.YES) {
                options.put(option.key(), given.values());
            }
        });
        return new HowBuilt(folder.toAbsolutePath().normalize().toString(), settings.operands(), options);
    }

    /** The command behind the run in this folder; empty if it was built by other means, or kept back as it holds a secret. */
    static Optional<HowBuilt> in(Path run) {
        Path file = run.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readString(file), HowBuilt.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Keeps the command beside its run, unless it holds what must not be kept. */
    void keep(Path run) {
        boolean secret = options.values().stream()
                .flatMap(List::stream)
                .anyMatch(value -> SECRET.matcher(value).find());
        Path file = run.resolve(FILE);
        try {
            if (secret) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, Json.line(this) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The command as it would be typed today for the run in this folder, which may have moved. */
    List<String> arguments(Path run) {
        List<String> arguments = new ArrayList<>(List.of("build"));
        for (Map.Entry<String, List<String>> option : options.entrySet()) {
            Optional<Option> known = Option.ofKey(option.getKey());
            for (String value : option.getValue()) {
                arguments.add("--" + option.getKey());
                if (known.filter(Option::flag).isEmpty()) {
                    arguments.add(value);
                }
            }
        }
        arguments.addAll(List.of("--output", run.toAbsolutePath().normalize().toString()));
        arguments.addAll(sources);
        return arguments;
    }

    /** What is not there any more of that which the command reads: its folder, or sources of it. */
    List<String> gone() {
        Path there = Path.of(folder);
        if (!Files.isDirectory(there)) {
            return List.of(folder);
        }
        return sources.stream()
                .filter(source -> !source.matches(".*[*?\\[{].*"))
                .map(there::resolve)
                .filter(source -> !Files.exists(source))
                .map(Path::toString)
                .toList();
    }
}
