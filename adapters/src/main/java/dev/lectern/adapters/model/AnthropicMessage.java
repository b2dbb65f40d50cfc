package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ModelException;
import dev.lectern.model.Refusal;
import dev.lectern.model.Usage;
import dev.lectern.text.Json;
import java.util.Optional;

/** What a message of Anthropic's says: blocks of text, of thinking, and of the tool's input that is our answer. */
final class AnthropicMessage implements Dialect.Heard {
    private final String body;
    private final JsonNode tree;

    AnthropicMessage(String body) {
        this.body = body;
        this.tree = Bodies.tree(body);
    }

    @Override
    public boolean isReply() {
        return tree.path("type").asText("").equals("message")
                && tree.path("content").isArray();
    }

    @Override
    public Optional<String> model() {
        return Optional.of(tree.path("model").asText("")).filter(name -> !name.isBlank());
    }

    @Override
    public ChatReply read(String answeredBy) {
        StringBuilder text = new StringBuilder();
        StringBuilder reasoning = new StringBuilder();
        Optional<String> answer = Optional.empty();
        for (JsonNode block : tree.path("content")) {
            switch (block.path("type").asText("")) {
                case "text" -> text.append(block.path("text").asText(""));
                case "thinking" -> reasoning.append(block.path("thinking").asText(""));
                case "tool_use" -> answer = Optional.of(Json.line(block.path("input")));
                default -> {}
            }
        }
        if (tree.path("stop_reason").asText("").equals("refusal")) {
            throw new ModelException(Refusal.POLICY, "the model refuses: " + text, body, usage());
        }
        return new ChatReply(
                "", answer.orElseGet(text::toString), reasoning.toString(), finish(), usage(), answeredBy, body);
    }

    private String finish() {
        return switch (tree.path("stop_reason").asText("")) {
            case "max_tokens", "model_context_window_exceeded" -> "length";
            default -> "stop";
        };
    }

    /** What was written to the cache and read from it is counted apart there, and is input all the same. */
    private Usage usage() {
        JsonNode usage = tree.path("usage");
        long cached = usage.path("cache_read_input_tokens").asLong(0);
        long written = usage.path("cache_creation_input_tokens").asLong(0);
        return new Usage(
                usage.path("input_tokens").asLong(0) + cached + written,
                usage.path("output_tokens").asLong(0),
                cached);
    }
}
