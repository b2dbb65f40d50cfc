package dev.lectern.app.cli;

import java.nio.file.Path;

/** Paths as the user means them: relative to the folder that the program was called in. */
final class Paths {
    private Paths() {}

    /** Left as typed where that folder is the process's own, so that messages say what was typed. */
    static Path of(Shell shell, String typed) {
        Path path = Path.of(typed);
        return shell.folder().equals(Path.of("").toAbsolutePath())
                ? path
                : shell.folder().resolve(path);
    }
}
