package dev.lectern.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.sample.Turn;
import java.util.Optional;

/** A chain of thought in a data file, the way trainers expect it: in think tags before the answer, or in a field of its own. */
final class Thinking {
    private static final String OPEN = "<think>\n";
    private static final String CLOSE = "\n</think>\n\n";

    private Thinking() {}

    /** What stands as the answer's text. */
    static String said(Turn turn, Format.Shape shape) {
        return shape.reasoning() == Reasoning.THINK_TAGS
                ? turn.reasoning().map(thought -> OPEN + thought + CLOSE).orElse("") + turn.content()
                : turn.content();
    }

    /** Adds the field to an answer, empty where nothing was thought: all rows have the same columns. */
    static void field(ObjectNode node, Turn turn, Format.Shape shape) {
        if (shape.hasReasoningField() && turn.role().equals("assistant")) {
            node.put(Reasoning.COLUMN, turn.reasoning().orElse(""));
        }
    }

    /** The turn of an assistant that said this. */
    static Turn assistant(String said) {
        int close = said.startsWith(OPEN) ? said.indexOf(CLOSE) : -1;
        return close < 0
                ? Turn.assistant(said)
                : Turn.assistant(said.substring(close + CLOSE.length()))
                        .withReasoning(Optional.of(said.substring(OPEN.length(), close)));
    }

    /** The same with the thought that stands in the field, if there is one. */
    static Turn withField(Turn turn, JsonNode node) {
        String thought = node.path(Reasoning.COLUMN).asText("");
        return thought.isEmpty() ? turn : turn.withReasoning(Optional.of(thought));
    }
}
