package dev.lectern.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the {@code lectern.yaml} of a command: the one named, else the one beside the documents, else the current folder's. */
final class ConfigSearch {
    private final Path folder;
    private final Problems problems;

    ConfigSearch(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    Optional<ConfigFile> find(@Nullable Given named, List<String> operands) {
        if (named != null) {
            Path file = folder.resolve(named.value());
            if (!Files.isRegularFile(file)) {
                problems.add(
                        problems.words().say("config.missing", named.value()),
                        named.where(),
                        problems.words().say("config.missing.fix"));
                return Optional.empty();
            }
            return Optional.of(ConfigFile.read(file, problems));
        }
        Set<Path> beside = new LinkedHashSet<>();
        operands.forEach(operand -> beside(operand).ifPresent(beside::add));
        List<Path> files = beside.stream()
                .map(place -> place.resolve(ConfigFile.NAME))
                .filter(Files::isRegularFile)
                .toList();
        if (files.size() > 1) {
            problems.add(
                    problems.words().say("config.several", files),
                    "",
                    problems.words().say("config.several.fix"));
            return Optional.empty();
        }
        Path here = folder.resolve(ConfigFile.NAME);
        Optional<Path> file =
                files.stream().findFirst().or(() -> Optional.of(here).filter(Files::isRegularFile));
        return file.map(path -> ConfigFile.read(path, problems));
    }

    private Optional<Path> beside(String operand) {
        try {
            Path path = folder.resolve(operand);
            return Files.isDirectory(path)
                    ? Optional.of(path)
                    : Optional.ofNullable(path.toAbsolutePath().getParent());
        } catch (InvalidPathException e) {
            return Optional.empty(); // a glob: nothing lies beside it
        }
    }
}
