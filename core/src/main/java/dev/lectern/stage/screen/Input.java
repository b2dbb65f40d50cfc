package dev.lectern.stage.screen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.sample.Sample;

/** The instruction proper and the input that comes along with it. */
record Input(String instruction, boolean present) {
    static Input of(Sample sample) {
        String whole = sample.instruction().strip();
        JsonNode node = sample.extra().get("input");
        String input = node == null ? "" : node.asText().strip();
        if (!input.isEmpty() && whole.endsWith(input) && whole.length() > input.length()) {
            return new Input(whole.substring(0, whole.length() - input.length()).strip(), true);
        }
        int blank = whole.indexOf("\n\n");
        int fence = whole.indexOf("```");
        int end = blank < 0 ? fence : fence < 0 ? blank : Math.min(blank, fence);
        return end > 0 ? new Input(whole.substring(0, end).strip(), true) : new Input(whole, !input.isEmpty());
    }
}
