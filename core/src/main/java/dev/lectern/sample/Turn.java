package dev.lectern.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One message of a conversation.
 *
 * @param role system, user, assistant or tool
 * @param reasoning the chain of thought behind an assistant's answer, never part of it
 * @param toolCalls calls as {@code {"id","type","function":{"name","arguments":object}}}; arguments stay an object here
 * @param train whether a trainer should learn this turn; empty leaves it to the trainer
 */
@JsonPropertyOrder({"role", "content", "reasoning", "tool_calls", "tool_call_id", "name", "train"})
public record Turn(
        String role,
        String content,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> reasoning,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<JsonNode> toolCalls,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> toolCallId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> name,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Boolean> train) {
    public Turn {
        toolCalls = List.copyOf(toolCalls);
    }

    public Turn(String role, String content) {
        this(role, content, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Turn user(String content) {
        return new Turn("user", content);
    }

    public static Turn assistant(String content) {
        return new Turn("assistant", content);
    }

    /** The same turn with the chain of thought behind it, or without. */
    public Turn withReasoning(Optional<String> thought) {
        return new Turn(role, content, thought, toolCalls, toolCallId, name, train);
    }
}
