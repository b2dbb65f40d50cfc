package dev.lectern.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds the program: where it prints, the environment, the folder it was called in.
 *
 * @param called the name the program was called by, as it can be typed again
 * @param terminal whether a person watches standard error
 * @param width columns of that terminal
 * @param keyboard what that person types, where they can be asked; nothing is asked where there is none
 */
public record Shell(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path folder,
        String called,
        boolean terminal,
        int width,
        Optional<InputStream> keyboard) {
    public Shell(
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Path folder,
            String called,
            boolean terminal,
            int width) {
        this(out, err, environment, folder, called, terminal, width, Optional.empty());
    }

    public Shell {
        environment = Map.copyOf(environment);
        folder = folder.toAbsolutePath().normalize();
    }

    /**
     * The process's own. Text is UTF-8 unless the locale names another character set, in which what has no place becomes
     * a question mark; the launcher says whether there is a terminal, because Java 21 can't.
     */
    public static Shell ofProcess() {
        Charset charset = charsetOf(System.getProperty("native.encoding", "UTF-8"));
        return new Shell(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                System.getenv(),
                Path.of(""),
                System.getProperty("lectern.called", "lectern"),
                Boolean.getBoolean("lectern.terminal"),
                Integer.getInteger("lectern.width", 80),
                Boolean.getBoolean("lectern.keyboard") ? Optional.of(System.in) : Optional.empty());
    }

    /** Whether to colour what a person reads: a terminal, and nobody asked for none. */
    public boolean colour() {
        return terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    private static Charset charsetOf(String name) {
        boolean plain = name.equals("ANSI_X3.4-1968") || name.equals("US-ASCII") || !Charset.isSupported(name);
        return plain ? StandardCharsets.UTF_8 : Charset.forName(name);
    }

    /** The same surroundings in another folder. */
    Shell in(Path another) {
        return new Shell(out, err, environment, another, called, terminal, width, keyboard);
    }
}
