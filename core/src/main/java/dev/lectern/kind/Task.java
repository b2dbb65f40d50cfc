package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.sample.Sample;

/**
 * An instruction taken apart: what is to be done, and the text that it brings along to do it with.
 *
 * @param text empty if it brings none
 */
record Task(String request, String text) {
    /** {@code extra.input} says what the text is; else it begins behind the first blank line. */
    static Task of(Sample sample) {
        String whole = sample.instruction().strip();
        JsonNode node = sample.extra().get("input");
        String input = node == null ? "" : node.asText().strip();
        if (!input.isEmpty() && whole.endsWith(input) && whole.length() > input.length()) {
            return new Task(whole.substring(0, whole.length() - input.length()).strip(), input);
        }
        int blank = whole.indexOf("\n\n");
        return blank < 0
                ? new Task(whole, "")
                : new Task(
                        whole.substring(0, blank).strip(),
                        whole.substring(blank).strip());
    }
}
