package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.testkit.http.Request;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Messages, as Anthropic writes them. The limit of tokens must be named. */
final class AnthropicDialect implements Dialect {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String key(Request request) {
        return request.header("x-api-key");
    }

    @Override
    public Asked asked(Request request, JsonNode body) {
        return asked(body);
    }

    static Asked asked(JsonNode body) {
        List<ChatMessage> messages = new ArrayList<>();
        if (body.has("system")) {
            messages.add(ChatMessage.system(text(body.path("system"))));
        }
        for (JsonNode message : body.path("messages")) {
            messages.add(new ChatMessage(message.path("role").asText(), text(message.path("content"))));
        }
        JsonNode tool = body.path("tools").path(0);
        JsonNode format = Stream.of(body.path("output_config").path("format"), body.path("output_format"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(JSON.missingNode());
        JsonNode schema = tool.isMissingNode() ? format.path("schema") : tool.path("input_schema");
        return new Asked(
                body.path("model").asText(),
                messages,
                tool.isMissingNode() ? format.path("type").asText("") : "tools",
                Optional.of(schema).filter(JsonNode::isObject),
                body.has("max_tokens") ? OptionalInt.of(body.path("max_tokens").asInt()) : OptionalInt.empty(),
                body.path("stream").asBoolean(),
                true,
                tool.path("name").asText(""),
                body);
    }

    private static String text(JsonNode content) {
        StringBuilder text = new StringBuilder(content.isTextual() ? content.asText() : "");
        content.forEach(block -> text.append(block.path("text").asText()));
        return text.toString();
    }

    @Override
    public Optional<Refusal> unfit(Asked asked) {
        return asked.maxTokens().isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(400, "max_tokens: Field required", "invalid_request_error"));
    }

    @Override
    public String whole(Asked asked, Said said, Habits habits) {
        ObjectNode message = envelope(asked);
        ArrayNode blocks = message.putArray("content");
        blocks(asked, said).forEach(blocks::add);
        message.put("stop_reason", stop(asked, said)).putNull("stop_sequence");
        if (habits.usage() == Habits.Usage.SENT) {
            message.set("usage", usage(said));
        }
        return Json.line(message);
    }

    @Override
    public List<String> events(Asked asked, Said said, Habits habits) {
        List<String> events = new ArrayList<>();
        ObjectNode start = envelope(asked);
        start.putArray("content");
        start.putNull("stop_reason").set("usage", usage(said.withFinish(said.finish(), 1)));
        events.add(event("message_start", object -> object.set("message", start)));
        List<ObjectNode> blocks = blocks(asked, said);
        for (int i = 0; i < blocks.size(); i++) {
            block(events, i, blocks.get(i));
        }
        events.add(event("message_delta", object -> {
            object.putObject("delta").put("stop_reason", stop(asked, said)).putNull("stop_sequence");
            object.putObject("usage").put("output_tokens", said.completionTokens());
        }));
        events.add(event("message_stop", object -> {}));
        return events;
    }

    private static void block(List<String> events, int index, ObjectNode block) {
        String type = block.path("type").asText();
        String field = type.equals("tool_use") ? "input" : type;
        String content = type.equals("tool_use")
                ? Json.line(block.path("input"))
                : block.path(field).asText();
        ObjectNode empty = block.deepCopy();
        if (type.equals("tool_use")) {
            empty.putObject("input");
        } else {
            empty.put(field, "");
        }
        events.add(event(
                "content_block_start", object -> object.put("index", index).set("content_block", empty)));
        String delta = type.equals("tool_use") ? "input_json" : type;
        String deltaField = type.equals("tool_use") ? "partial_json" : type;
        for (String piece : OpenAiDialect.pieces(content)) {
            events.add(event(
                    "content_block_delta",
                    object -> object.put("index", index)
                            .putObject("delta")
                            .put("type", delta + "_delta")
                            .put(deltaField, piece)));
        }
        events.add(event("content_block_stop", object -> object.put("index", index)));
    }

    @Override
    public String error(int status, String message, String code) {
        ObjectNode body = JSON.objectNode().put("type", "error");
        body.putObject("error").put("type", type(status)).put("message", message);
        return Json.line(body);
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 404 -> "not_found_error";
            case 408 -> "timeout_error";
            case 429 -> "rate_limit_error";
            case 529 -> "overloaded_error";
            case 500 -> "api_error";
            default -> "invalid_request_error";
        };
    }

    private static ObjectNode envelope(Asked asked) {
        return JSON.objectNode()
                .put("id", "msg_test")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", asked.model());
    }

    private static List<ObjectNode> blocks(Asked asked, Said said) {
        List<ObjectNode> blocks = new ArrayList<>();
        if (!said.reasoning().isEmpty()) {
            blocks.add(JSON.objectNode()
                    .put("type", "thinking")
                    .put("thinking", said.reasoning())
                    .put("signature", "c2lnbmVk"));
        }
        if (asked.tool().isEmpty()) {
            blocks.add(JSON.objectNode().put("type", "text").put("text", said.text() + said.refusal()));
        } else {
            ObjectNode use = JSON.objectNode().put("type", "tool_use").put("id", "toolu_test");
            use.put("name", asked.tool());
            use.set("input", Replier.object(said.text()).orElseGet(JSON::objectNode));
            blocks.add(use);
        }
        return blocks;
    }

    private static String stop(Asked asked, Said said) {
        return switch (said.finish()) {
            case "length" -> "max_tokens";
            case "content_filter" -> "refusal";
            default -> said.refusal().isEmpty() ? asked.tool().isEmpty() ? "end_turn" : "tool_use" : "refusal";
        };
    }

    private static ObjectNode usage(Said said) {
        return JSON.objectNode()
                .put("input_tokens", said.promptTokens())
                .put("cache_creation_input_tokens", 0)
                .put("cache_read_input_tokens", 0)
                .put("output_tokens", said.completionTokens());
    }

    private static String event(String type, Consumer<ObjectNode> fill) {
        ObjectNode data = JSON.objectNode().put("type", type);
        fill.accept(data);
        return "event: " + type + "\ndata: " + Json.line(data) + "\n\n";
    }
}
