package dev.lectern.export.check;

import dev.lectern.text.Messages;
import java.util.List;

/**
 * Something a trainer would trip over.
 *
 * @param file as it was named to us
 * @param line from 1; 0 where it is about the file as a whole
 * @param rule names the rule; its words are in the messages {@code check} under this key and under key.fix
 */
public record Finding(String file, long line, Effect effect, String rule, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** What is wrong. */
    public String what(Messages check) {
        return check.get(rule, arguments.toArray());
    }

    /** What to do about it. */
    public String fix(Messages check) {
        return check.get(rule + ".fix", arguments.toArray());
    }

    public static Messages messages(String language) {
        return Messages.of("check", language);
    }
}
