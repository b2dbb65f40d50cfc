package dev.lectern.app.cli;

import java.util.List;

/**
 * What was given for an option.
 *
 * @param values as typed, in order; a flag that is set has the value {@code true}
 * @param where the option as typed, or file and line of {@code lectern.yaml}: for messages
 */
record Given(List<String> values, String where) {
    Given {
        values = List.copyOf(values);
    }

    String value() {
        return values.getLast();
    }
}
