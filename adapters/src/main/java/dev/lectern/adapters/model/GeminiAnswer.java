package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ModelException;
import dev.lectern.model.Refusal;
import dev.lectern.model.Usage;
import dev.lectern.text.Json;
import java.util.Optional;

/** What an answer of Google's says: parts of text, of thought, and of the function call that is our answer. */
final class GeminiAnswer implements Dialect.Heard {
    private final String body;
    private final JsonNode tree;
    private final JsonNode candidate;

    GeminiAnswer(String body) {
        this.body = body;
        this.tree = Bodies.tree(body);
        this.candidate = tree.path("candidates").path(0);
    }

    @Override
    public boolean isReply() {
        return candidate.isObject() || tree.path("promptFeedback").has("blockReason");
    }

    @Override
    public Optional<String> model() {
        return Optional.of(tree.path("modelVersion").asText("")).filter(name -> !name.isBlank());
    }

    @Override
    public ChatReply read(String answeredBy) {
        String blocked = tree.path("promptFeedback").path("blockReason").asText("");
        String finish = candidate.path("finishReason").asText("STOP");
        if (!blocked.isEmpty() || isBlock(finish)) {
            String reason = blocked.isEmpty() ? finish : blocked;
            throw new ModelException(
                    Refusal.POLICY, "stopped by the provider's content filter: " + reason, body, usage());
        }
        StringBuilder text = new StringBuilder();
        StringBuilder reasoning = new StringBuilder();
        Optional<String> answer = Optional.empty();
        for (JsonNode part : candidate.path("content").path("parts")) {
            if (part.has("functionCall")) {
                answer = Optional.of(Json.line(part.path("functionCall").path("args")));
            } else {
                boolean thought = part.path("thought").asBoolean(false);
                (thought ? reasoning : text).append(part.path("text").asText(""));
            }
        }
        String stop = finish.equals("MAX_TOKENS") ? "length" : "stop";
        return new ChatReply(
                "", answer.orElseGet(text::toString), reasoning.toString(), stop, usage(), answeredBy, body);
    }

    private static boolean isBlock(String finish) {
        return switch (finish) {
            case "SAFETY", "RECITATION", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "IMAGE_SAFETY", "LANGUAGE" -> true;
            default -> false;
        };
    }

    /** Thoughts are paid for as output. */
    private Usage usage() {
        JsonNode usage = tree.path("usageMetadata");
        return new Usage(
                usage.path("promptTokenCount").asLong(0),
                usage.path("candidatesTokenCount").asLong(0)
                        + usage.path("thoughtsTokenCount").asLong(0),
                usage.path("cachedContentTokenCount").asLong(0));
    }
}
