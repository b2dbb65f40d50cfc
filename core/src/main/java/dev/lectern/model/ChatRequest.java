package dev.lectern.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is asked of a model: everything that makes this question this question.
 *
 * @param parameters temperature, top_p, max_tokens … by their customary names
 * @param schema the JSON schema that the reply should fit; empty asks for plain text
 * @param attempt 0 for the first asking; counts deliberate re-asks only, never network retries
 */
public record ChatRequest(
        List<ChatMessage> messages, SortedMap<String, Object> parameters, Optional<JsonNode> schema, int attempt) {
    public ChatRequest {
        messages = List.copyOf(messages);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    public static ChatRequest of(List<ChatMessage> messages) {
        return new ChatRequest(messages, new TreeMap<>(), Optional.empty(), 0);
    }

    public ChatRequest withMessages(List<ChatMessage> newMessages) {
        return new ChatRequest(newMessages, parameters, schema, attempt);
    }

    public ChatRequest withSchema(JsonNode newSchema) {
        return new ChatRequest(messages, parameters, Optional.of(newSchema), attempt);
    }

    public ChatRequest withParameter(String name, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new ChatRequest(messages, more, schema, attempt);
    }

    public ChatRequest again(int newAttempt) {
        return new ChatRequest(messages, parameters, schema, newAttempt);
    }
}
