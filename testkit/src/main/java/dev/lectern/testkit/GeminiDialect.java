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
import java.util.stream.Stream;

/** {@code models/NAME:generateContent}, as Gemini writes it. */
final class GeminiDialect implements Dialect {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String key(Request request) {
        String header = request.header("x-goog-api-key");
        return header.isEmpty() && request.target().contains("key=")
                ? request.target().replaceFirst(".*[?&]key=([^&]*).*", "$1")
                : header;
    }

    @Override
    public Asked asked(Request request, JsonNode body) {
        List<ChatMessage> messages = new ArrayList<>();
        if (body.has("systemInstruction")) {
            messages.add(ChatMessage.system(text(body.path("systemInstruction"))));
        }
        for (JsonNode content : body.path("contents")) {
            boolean model = content.path("role").asText().equals("model");
            messages.add(new ChatMessage(model ? "assistant" : "user", text(content)));
        }
        JsonNode config = body.path("generationConfig");
        Optional<JsonNode> schema = Stream.of(config.path("responseJsonSchema"), config.path("responseSchema"))
                .filter(JsonNode::isObject)
                .findFirst();
        boolean json = config.path("responseMimeType").asText().equals("application/json");
        JsonNode function =
                body.path("tools").path(0).path("functionDeclarations").path(0);
        boolean called = function.isObject();
        return new Asked(
                request.path().replaceFirst(".*/models/([^:]*):.*", "$1"),
                messages,
                called ? "tools" : json ? schema.isPresent() ? "json_schema" : "json_object" : "",
                called ? Optional.of(function.path("parameters")) : schema,
                config.has("maxOutputTokens")
                        ? OptionalInt.of(config.path("maxOutputTokens").asInt())
                        : OptionalInt.empty(),
                request.path().endsWith(":streamGenerateContent"),
                true,
                function.path("name").asText(""),
                body);
    }

    private static String text(JsonNode content) {
        StringBuilder text = new StringBuilder();
        content.path("parts").forEach(part -> text.append(part.path("text").asText()));
        return text.toString();
    }

    @Override
    public String whole(Asked asked, Said said, Habits habits) {
        return Json.line(said.refusal().isEmpty() ? said(asked, said, habits, parts(asked, said), true) : blocked());
    }

    @Override
    public List<String> events(Asked asked, Said said, Habits habits) {
        if (!said.refusal().isEmpty()) {
            return List.of("data: " + Json.line(blocked()) + "\r\n\r\n");
        }
        List<String> events = new ArrayList<>();
        List<ObjectNode> parts = new ArrayList<>();
        for (ObjectNode part : parts(asked, said)) {
            if (part.has("text")) {
                OpenAiDialect.pieces(part.path("text").asText())
                        .forEach(piece -> parts.add(part.deepCopy().put("text", piece)));
            } else {
                parts.add(part);
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            ObjectNode chunk = said(asked, said, habits, List.of(parts.get(i)), i == parts.size() - 1);
            events.add("data: " + Json.line(chunk) + "\r\n\r\n");
        }
        return events;
    }

    @Override
    public String error(int status, String message, String code) {
        ObjectNode body = JSON.objectNode();
        body.putObject("error").put("code", status).put("message", message).put("status", status(status));
        return Json.line(body);
    }

    private static String status(int status) {
        return switch (status) {
            case 401 -> "UNAUTHENTICATED";
            case 404 -> "NOT_FOUND";
            case 408 -> "DEADLINE_EXCEEDED";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 529 -> "UNAVAILABLE";
            case 500 -> "INTERNAL";
            default -> "INVALID_ARGUMENT";
        };
    }

    private static ObjectNode said(Asked asked, Said said, Habits habits, List<ObjectNode> parts, boolean last) {
        ObjectNode body = JSON.objectNode();
        ObjectNode candidate = body.putArray("candidates").addObject();
        ObjectNode content = candidate.putObject("content").put("role", "model");
        ArrayNode list = content.putArray("parts");
        parts.forEach(list::add);
        if (last) {
            candidate.put("finishReason", finish(said));
        }
        candidate.put("index", 0);
        if (last ? habits.usage() != Habits.Usage.NEVER : habits.usage() == Habits.Usage.SENT) {
            body.putObject("usageMetadata")
                    .put("promptTokenCount", said.promptTokens())
                    .put("candidatesTokenCount", said.completionTokens() - Said.tokens(said.reasoning()))
                    .put("thoughtsTokenCount", Said.tokens(said.reasoning()))
                    .put("totalTokenCount", said.promptTokens() + said.completionTokens());
        }
        return body.put("modelVersion", asked.model()).put("responseId", "test");
    }

    private static List<ObjectNode> parts(Asked asked, Said said) {
        List<ObjectNode> parts = new ArrayList<>();
        if (!said.reasoning().isEmpty()) {
            parts.add(JSON.objectNode().put("text", said.reasoning()).put("thought", true));
        }
        if (asked.tool().isEmpty()) {
            parts.add(JSON.objectNode().put("text", said.text()));
        } else {
            ObjectNode part = JSON.objectNode();
            part.putObject("functionCall")
                    .put("name", asked.tool())
                    .set("args", Replier.object(said.text()).orElseGet(JSON::objectNode));
            parts.add(part);
        }
        return parts;
    }

    private static ObjectNode blocked() {
        ObjectNode body = JSON.objectNode();
        body.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
        return body;
    }

    private static String finish(Said said) {
        return switch (said.finish()) {
            case "length" -> "MAX_TOKENS";
            case "content_filter" -> "SAFETY";
            default -> "STOP";
        };
    }
}
