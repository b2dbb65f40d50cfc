package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.ChatMessage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a request for a reply asks, whichever provider's language it is in.
 *
 * @param form how it asks for JSON, as in {@link Habits#forms}; empty text if it does not
 * @param schema of the JSON to reply, where the request has one
 * @param maxTokens the limit it sets
 * @param usageAtEnd whether a stream should end with the usage
 * @param tool name of the tool that must be called; empty text for none
 * @param body the whole request
 */
record Asked(
        String model,
        List<ChatMessage> messages,
        String form,
        Optional<JsonNode> schema,
        OptionalInt maxTokens,
        boolean stream,
        boolean usageAtEnd,
        String tool,
        JsonNode body) {}
