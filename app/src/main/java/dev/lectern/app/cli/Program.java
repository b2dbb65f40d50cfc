package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The whole program as a function: arguments and surroundings in, text out, exit status back. */
public final class Program {
    private final Shell shell;

    public Program(Shell shell) {
        this.shell = shell;
    }

    /** @return the status to exit with, one of {@link Status} */
    public int run(String... arguments) {
        List<String> typed = Arrays.asList(arguments);
        Words words = Words.in(language(typed));
        Speaker speaker =
                new Speaker(shell, words, typed.contains("--json"), typed.contains("--quiet") || typed.contains("-q"));
        if (typed.equals(List.of("warm-up"))) {
            return warmUp();
        }
        if (typed.equals(List.of("--version")) || typed.equals(List.of("-V"))) {
            speaker.print("lectern " + version());
            return Status.DONE;
        }
        try {
            return new CommandLineReader(speaker).read(typed).run();
        } catch (ProblemsException e) {
            speaker.problems(e.problems().stream().map(words::translate).toList());
            return Status.WRONG;
        } catch (UncheckedIOException e) {
            // Files and folders that fail in mid-run: a full disk, one that is gone. What was paid for is kept.
            String said = e.getMessage() + ": "
                    + Optional.ofNullable(e.getCause())
                            .map(Throwable::getMessage)
                            .orElse("");
            boolean full = said.contains("No space left") || said.contains("Disk quota");
            if (!full) {
                speaker.bug(e, version());
                return Status.BUG;
            }
            Problem problem = new Problem("the disk is full", said, "make room on the disk, then run again");
            speaker.problems(List.of(words.translate(problem)));
            return Status.SHORT;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            speaker.bug(e, version());
            return Status.BUG;
        }
    }

    /** Goes through what short commands need, for the cache that lets Java start fast; says nothing. */
    private int warmUp() {
        Shell silent = new Shell(
                new PrintStream(
                        OutputStream.nullOutputStream(), false, shell.out().charset()),
                new PrintStream(
                        OutputStream.nullOutputStream(), false, shell.err().charset()),
                shell.environment(),
                shell.folder(),
                shell.called(),
                false,
                shell.width());
        Program program = new Program(silent);
        for (String language : Words.languages()) {
            program.run("--help", "--ui-language", language);
            for (Verb verb : Verb.values()) {
                program.run(verb.typed(), "--help", "--ui-language", language);
            }
            program.run("no-such-command", "--ui-language", language);
        }
        program.run("--version");
        return program.run("doctor", "--json");
    }

    static String version() {
        Properties properties = new Properties();
        try (InputStream in = Program.class.getResourceAsStream("/dev/lectern/app/version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the version", e);
        }
        return properties.getProperty("version", "unknown");
    }

    /** Known before anything else is read, so that what is wrong with the rest can be said in it. */
    private String language(List<String> typed) {
        for (int i = 0; i < typed.size(); i++) {
            if (typed.get(i).startsWith("--ui-language=")) {
                return typed.get(i).substring("--ui-language=".length());
            }
            if (typed.get(i).equals("--ui-language") && i + 1 < typed.size()) {
                return typed.get(i + 1);
            }
        }
        return Words.languageOf(shell.environment());
    }
}
