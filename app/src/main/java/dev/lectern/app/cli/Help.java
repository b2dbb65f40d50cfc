package dev.lectern.app.cli;

import dev.lectern.app.words.Columns;
import dev.lectern.app.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code --help} shows. It is a result: on standard output, status 0. */
final class Help {
    private static final int LEFT = 32;
    private static final Pattern PIECE = Pattern.compile("(?<=\\s)|(?<=[\\u3000-\\u9fff，。；：、])(?![，。；：、）”])");

    private final Speaker speaker;
    private final Words words;

    Help(Speaker speaker) {
        this.speaker = speaker;
        this.words = speaker.words();
    }

    int ofProgram() {
        print(words.say("help.what"));
        print("");
        print(bold(words.say("help.start")));
        print("  " + called() + " build docs/ -o out/my-dataset");
        print("");
        print(bold(words.say("help.commands")));
        for (Verb verb : Verb.values()) {
            if (verb.available()) {
                entry(called() + " " + verb.typed() + " " + verb.operands(), words.say("verb." + verb.typed()));
            }
        }
        entry(called() + " COMMAND --help", words.say("help.more"));
        entry(called() + " --version", words.say("help.version"));
        print("");
        String later = Arrays.stream(Verb.values())
                .filter(verb -> !verb.available())
                .map(Verb::typed)
                .collect(Collectors.joining(", "));
        wrapped(words.say("help.later") + " " + later, 0);
        return Status.DONE;
    }

    int of(Verb verb) {
        if (!verb.available()) {
            print(words.say("problem.verb-later", verb.typed()));
            return Status.WRONG;
        }
        print(bold(called() + " " + verb.typed() + " " + verb.operands()));
        wrapped(words.say("verb." + verb.typed()), 2);
        if (words.knows("verb." + verb.typed() + ".more")) {
            print("");
            wrapped(words.say("verb." + verb.typed() + ".more"), 0);
        }
        Set<Option> options = verb.options();
        for (Option.Group group : List.of(Option.Group.MAKE, Option.Group.MODELS, Option.Group.OWN, Option.Group.RUN)) {
            List<Option> members =
                    options.stream().filter(option -> option.group() == group).toList();
            if (!members.isEmpty()) {
                print("");
                print(bold(words.say("help.group." + group.name().toLowerCase(Locale.ROOT))));
                members.forEach(this::option);
            }
        }
        String later = options.stream()
                .filter(option -> !option.available())
                .map(Option::typed)
                .collect(Collectors.joining(" "));
        if (!later.isEmpty()) {
            print("");
            wrapped(words.say("help.later") + " " + later, 0);
        }
        if (!verb.aliases().isEmpty()) {
            print("");
            print(words.say("help.aliases") + " " + String.join(", ", verb.aliases()));
        }
        return Status.DONE;
    }

    private void option(Option option) {
        List<String> forms = new ArrayList<>(option.forms());
        forms.removeIf(form -> form.startsWith("--") && !form.equals(option.typed()));
        String left = String.join(", ", forms.reversed()) + (option.label().isEmpty() ? "" : " " + option.label());
        entry(left, words.say("option." + option.key()));
    }

    private void entry(String left, String right) {
        String start = "  " + left;
        List<String> lines = wrap(right, Math.max(30, width() - LEFT));
        if (Columns.width(start) >= LEFT) {
            print(start);
        } else {
            print(Columns.pad(start, LEFT) + lines.removeFirst());
        }
        lines.forEach(line -> print(" ".repeat(LEFT) + line));
    }

    private void wrapped(String text, int indent) {
        wrap(text, width() - indent).forEach(line -> print(" ".repeat(indent) + line));
    }

    /** Lines that fit: broken at spaces, and between Chinese characters, which have none. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : PIECE.splitAsStream(text).toList()) {
            if (!line.isEmpty() && Columns.width(line + word.stripTrailing()) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private String called() {
        return speaker.shell().called();
    }

    private int width() {
        return Math.clamp(speaker.shell().width(), 60, 110);
    }

    private String bold(String text) {
        return speaker.paint(Speaker.Paint.BOLD, text);
    }

    private void print(String line) {
        speaker.shell().out().println(line);
    }
}
