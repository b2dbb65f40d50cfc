package dev.lectern.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import java.util.List;
import java.util.Optional;

/**
 * A layout that trainers read. More can be added as services ({@code META-INF/services}); the built-in ones are listed by
 * {@link Formats}. Safe for many threads.
 */
public interface Format {
    /** Names the folder under {@code data} and the choice of {@code --formats}: small letters, digits and hyphens. */
    String name();

    /** The sample as one JSON object, or why this layout cannot carry it. Every row has the same columns of the same types. */
    Row row(Sample sample, Shape shape);

    /** The conversation that a row written by {@link #row} holds, so that an export can be read back and compared. */
    List<Turn> read(JsonNode row);

    /**
     * How LLaMA-Factory reads a file of this layout: an entry of {@code dataset_info.json} without its {@code file_name}.
     * Empty where it would misread it.
     */
    Optional<ObjectNode> factoryEntry(Shape shape);

    /** What a layout makes of a sample. */
    sealed interface Row {
        record Written(ObjectNode json) implements Row {}

        /** @param reason a key of the messages {@code export}, under {@code left-out} */
        record LeftOut(String reason) implements Row {}
    }

    /**
     * What the dataset as a whole holds, so that all its rows can have the same columns.
     *
     * @param tools whether any row declares or calls a tool
     * @param thoughts whether any answer has a chain of thought
     * @param reasoning where chains of thought go
     */
    record Shape(boolean tools, boolean thoughts, Reasoning reasoning) {
        public static final Shape PLAIN = empty(Reasoning.DROP);

        /** A dataset without a row. */
        public static Shape empty(Reasoning reasoning) {
            return new Shape(false, false, reasoning);
        }

        public Shape with(Sample sample) {
            boolean usesTools = !sample.tools().isEmpty()
                    || sample.messages().stream().anyMatch(t -> !t.toolCalls().isEmpty());
            boolean thinks =
                    sample.messages().stream().anyMatch(t -> t.reasoning().isPresent());
            return new Shape(tools || usesTools, thoughts || thinks, reasoning);
        }

        /** Whether answers have the field {@code reasoning_content}. */
        public boolean hasReasoningField() {
            return thoughts && reasoning == Reasoning.FIELD;
        }
    }
}
