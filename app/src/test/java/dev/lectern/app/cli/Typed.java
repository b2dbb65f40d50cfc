package dev.lectern.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A command as a user types it, and what came of it: run in this process, in a folder and an environment of its own. */
record Typed(int status, String out, String err) {
    static Builder in(Path folder) {
        return new Builder(folder, Map.of("LANG", "C.UTF-8"), false, "");
    }

    /** @param keys what is typed when asked; without any nobody is there to be asked */
    record Builder(Path folder, Map<String, String> environment, boolean terminal, String keys) {
        Builder with(String name, String value) {
            Map<String, String> more = new HashMap<>(environment);
            more.put(name, value);
            return new Builder(folder, more, terminal, keys);
        }

        Builder onATerminal() {
            return new Builder(folder, environment, true, keys);
        }

        Builder typing(String line) {
            return new Builder(folder, environment, true, line + "\n");
        }

        Typed run(String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Shell shell = new Shell(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    environment,
                    folder,
                    "lectern",
                    terminal,
                    80,
                    Optional.of(keys)
                            .filter(line -> !line.isEmpty())
                            .map(line -> new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8))));
            int status = new Program(shell).run(arguments);
            return new Typed(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
