package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.check.Problem;
import dev.lectern.text.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says things to the user: results on standard output, everything else on standard error. With {@code --json} standard
 * output carries one JSON object, always UTF-8, and nothing else.
 */
final class Speaker {
    private final Shell shell;
    private final Words words;
    private final boolean json;
    private final boolean quiet;

    Speaker(Shell shell, Words words, boolean json, boolean quiet) {
        this.shell = shell;
        this.words = words;
        this.json = json;
        this.quiet = quiet;
    }

    /** The same voice for a command that is run as if it were typed in another folder. */
    Speaker in(Path folder) {
        return new Speaker(shell.in(folder), words, json, quiet);
    }

    Shell shell() {
        return shell;
    }

    Words words() {
        return words;
    }

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    /** A result's line; left out with {@code --json}. */
    void print(String line) {
        if (!json) {
            shell.out().println(line);
        }
    }

    void print() {
        print("");
    }

    /** The result itself, with {@code --json}. */
    void printJson(Object result) {
        if (json) {
            shell.out().writeBytes((Json.line(result) + "\n").getBytes(StandardCharsets.UTF_8));
            shell.out().flush();
        }
    }

    /** Something beside the result, for a person; left out with {@code --quiet}. */
    void note(String line) {
        if (!quiet) {
            shell.err().println(line);
        }
    }

    /** All that is wrong, each with what, where and how to fix. */
    void problems(List<Problem> problems) {
        shell.out().flush();
        shell.err().println(paint(Paint.RED, words.say("problems.title", problems.size())));
        for (Problem problem : problems) {
            shell.err().println();
            String where =
                    problem.where().isEmpty() ? "" : paint(Paint.BOLD, problem.where()) + words.say("problems.colon");
            shell.err().println("  " + where + indented(problem.what()));
            if (!problem.fix().isEmpty()) {
                shell.err().println("    " + words.say("problems.arrow") + indented(problem.fix()));
            }
        }
        printJson(Map.of("exit", Status.WRONG, "problems", problems));
    }

    /** A mistake of ours: what to send to whom, and the trace. */
    void bug(Throwable mistake, String version) {
        StringWriter trace = new StringWriter();
        mistake.printStackTrace(new PrintWriter(trace));
        shell.out().flush();
        shell.err().println(paint(Paint.RED, words.say("bug.title")));
        shell.err().println(words.say("bug.text", version, System.getProperty("java.version")));
        shell.err().println();
        shell.err().print(trace);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("exit", Status.BUG);
        object.put("error", mistake.toString());
        printJson(object);
    }

    String paint(Paint paint, String text) {
        return shell.colour() ? paint.code + text + Paint.PLAIN : text;
    }

    private static String indented(String text) {
        return text.strip().replace("\n", "\n    ");
    }

    /** The few ways of standing out. */
    enum Paint {
        BOLD("\u001b[1m"),
        DIM("\u001b[2m"),
        RED("\u001b[31m"),
        GREEN("\u001b[32m");

        private static final String PLAIN = "\u001b[0m";
        private final String code;

        Paint(String code) {
            this.code = code;
        }
    }
}
