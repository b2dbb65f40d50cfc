package dev.lectern.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a project's own prompts lie: in {@code prompts} beside the {@code lectern.yaml} that the command reads, else in the folder that
 * it is typed in. Never in both: prompts of two places would be one set that nobody has seen together.
 */
record OwnPrompts(Path beside, Path here) {
    private static final String NAME = "prompts";

    static OwnPrompts of(Settings settings, Shell shell) {
        Path here = Paths.of(shell, NAME);
        Path there = settings.config().map(file -> file.resolveSibling(NAME)).orElse(here);
        // The same folder goes by its shorter name.
        return new OwnPrompts(absolute(there).equals(absolute(here)) ? here : there, here);
    }

    /** The folder that counts; empty where there is none. */
    Optional<Path> folder() {
        return Optional.of(beside)
                .filter(Files::isDirectory)
                .or(() -> Optional.of(here).filter(Files::isDirectory));
    }

    /** The folder that would count if it were not for the other. */
    Optional<Path> passedOver() {
        boolean two = !beside.equals(here) && Files.isDirectory(beside) && Files.isDirectory(here);
        return two ? Optional.of(here) : Optional.empty();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
