package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.testkit.http.Request;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Chat completions, as OpenAI writes them and most others after it. */
final class OpenAiDialect implements Dialect {
    private static final int PIECES = 6;

    @Override
    public String key(Request request) {
        String azure = request.header("api-key");
        return azure.isEmpty() ? request.header("authorization").replaceFirst("^Bearer ", "") : azure;
    }

    @Override
    public Asked asked(Request request, JsonNode body) {
        return asked(body);
    }

    static Asked asked(JsonNode body) {
        List<ChatMessage> messages = new ArrayList<>();
        for (JsonNode message : body.path("messages")) {
            messages.add(new ChatMessage(message.path("role").asText(), text(message.path("content"))));
        }
        JsonNode function = body.path("tools").path(0).path("function");
        String format = body.path("response_format").path("type").asText("");
        JsonNode schema = function.isMissingNode()
                ? body.path("response_format").path("json_schema").path("schema")
                : function.path("parameters");
        OptionalInt limit = Stream.of("max_completion_tokens", "max_tokens")
                .filter(body::hasNonNull)
                .mapToInt(name -> body.path(name).asInt())
                .findFirst();
        return new Asked(
                body.path("model").asText(),
                messages,
                function.isMissingNode() ? format : "tools",
                Optional.of(schema).filter(JsonNode::isObject),
                limit,
                body.path("stream").asBoolean(),
                body.path("stream_options").path("include_usage").asBoolean(),
                function.path("name").asText(""),
                body);
    }

    private static String text(JsonNode content) {
        StringBuilder text = new StringBuilder(content.isTextual() ? content.asText() : "");
        content.forEach(part -> text.append(part.path("text").asText()));
        return text.toString();
    }

    @Override
    public String whole(Asked asked, Said said, Habits habits) {
        ObjectNode body = envelope(asked, "chat.completion");
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        if (!said.refusal().isEmpty()) {
            message.putNull("content").put("refusal", said.refusal());
        } else if (!asked.tool().isEmpty()) {
            message.putNull("content");
            call(message, asked.tool()).put("arguments", said.text());
        } else if (habits.reasoning() == Habits.Reasoning.BLOCKS) {
            blocks(message, said);
        } else {
            message.put("content", content(said, habits));
        }
        reasoningField(habits).ifPresent(field -> message.put(field, said.reasoning()));
        choice.put("finish_reason", finish(asked, said));
        if (habits.usage() == Habits.Usage.SENT) {
            body.set("usage", usage(said));
        }
        return Json.line(body);
    }

    @Override
    public List<String> events(Asked asked, Said said, Habits habits) {
        List<String> events = new ArrayList<>();
        events.add(event(delta(asked, JsonNodeFactory.instance.objectNode().put("role", "assistant"))));
        reasoningField(habits)
                .ifPresent(field -> pieces(said.reasoning())
                        .forEach(piece -> events.add(event(delta(
                                asked, JsonNodeFactory.instance.objectNode().put(field, piece))))));
        if (!said.refusal().isEmpty()) {
            events.add(event(delta(asked, JsonNodeFactory.instance.objectNode().put("refusal", said.refusal()))));
        } else if (asked.tool().isEmpty()) {
            for (String piece : pieces(content(said, habits))) {
                events.add(
                        event(delta(asked, JsonNodeFactory.instance.objectNode().put("content", piece))));
            }
        } else {
            List<String> pieces = pieces(said.text());
            for (int i = 0; i < pieces.size(); i++) {
                ObjectNode delta = JsonNodeFactory.instance.objectNode();
                call(delta, i == 0 ? asked.tool() : "").put("arguments", pieces.get(i));
                events.add(event(delta(asked, delta)));
            }
        }
        ObjectNode last = delta(asked, JsonNodeFactory.instance.objectNode());
        ((ObjectNode) last.path("choices").path(0)).put("finish_reason", finish(asked, said));
        events.add(event(last));
        if (habits.usage() == Habits.Usage.AT_THE_END_OF_A_STREAM
                || (habits.usage() == Habits.Usage.SENT && asked.usageAtEnd())) {
            ObjectNode end = envelope(asked, "chat.completion.chunk");
            end.putArray("choices");
            end.set("usage", usage(said));
            events.add(event(end));
        }
        events.add("data: [DONE]\n\n");
        return events;
    }

    @Override
    public String error(int status, String message, String code) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", status == 429 ? "requests" : "invalid_request_error")
                .putNull("param")
                .put("code", code);
        return Json.line(body);
    }

    private static ObjectNode envelope(Asked asked, String object) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "chatcmpl-test")
                .put("object", object)
                .put("created", 1_750_000_000)
                .put("model", asked.model());
    }

    private static ObjectNode delta(Asked asked, ObjectNode delta) {
        ObjectNode chunk = envelope(asked, "chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.putNull("finish_reason");
        return chunk;
    }

    private static ObjectNode call(ObjectNode message, String name) {
        ObjectNode call = message.putArray("tool_calls").addObject().put("index", 0);
        if (!name.isEmpty()) {
            call.put("id", "call_test").put("type", "function");
        }
        ObjectNode function = call.putObject("function");
        return name.isEmpty() ? function : function.put("name", name);
    }

    private static void blocks(ObjectNode message, Said said) {
        var blocks = message.putArray("content");
        blocks.addObject()
                .put("type", "thinking")
                .putArray("thinking")
                .addObject()
                .put("type", "text")
                .put("text", said.reasoning());
        blocks.addObject().put("type", "text").put("text", said.text());
    }

    private static String content(Said said, Habits habits) {
        return switch (habits.reasoning()) {
            case THINK_TAGS -> "<think>\n" + said.reasoning() + "\n</think>\n\n" + said.text();
            case CLOSING_TAG_ONLY -> said.reasoning() + "\n</think>\n\n" + said.text();
            case NOWHERE, REASONING_CONTENT, REASONING, BLOCKS -> said.text();
        };
    }

    private static Optional<String> reasoningField(Habits habits) {
        return switch (habits.reasoning()) {
            case REASONING_CONTENT -> Optional.of("reasoning_content");
            case REASONING -> Optional.of("reasoning");
            case NOWHERE, THINK_TAGS, CLOSING_TAG_ONLY, BLOCKS -> Optional.empty();
        };
    }

    private static String finish(Asked asked, Said said) {
        return said.finish().equals("stop") && !asked.tool().isEmpty() ? "tool_calls" : said.finish();
    }

    private static ObjectNode usage(Said said) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("prompt_tokens", said.promptTokens())
                .put("completion_tokens", said.completionTokens())
                .put("total_tokens", said.promptTokens() + said.completionTokens());
    }

    private static String event(ObjectNode data) {
        return "data: " + Json.line(data) + "\n\n";
    }

    /** A text in a few pieces, never within a character. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int size = Math.max(1, text.length() / PIECES);
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + size);
            to = Character.isHighSurrogate(text.charAt(to - 1)) && to < text.length() ? to + 1 : to;
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
