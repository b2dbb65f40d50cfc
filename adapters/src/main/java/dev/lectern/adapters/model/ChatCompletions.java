package dev.lectern.adapters.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.Usage;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Chat completions as they go over the wire: how a request is written, and what a body says. */
final class ChatCompletions {
    /** Reasoning that stands in the answer itself. Some servers swallow the opening tag, and a cut answer lacks the closing one. */
    private static final Pattern THINK =
            Pattern.compile("^\\s*(?:<think>(.*?)(?:</think>|\\z)|(.*?)</think>)\\s*", Pattern.DOTALL);

    private ChatCompletions() {}

    static String request(String model, ChatRequest request, ReplyForm form) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model);
        body.set("messages", Json.mapper().valueToTree(request.messages()));
        request.parameters()
                .forEach((name, value) -> body.set(name, Json.mapper().valueToTree(value)));
        request.schema().ifPresent(schema -> {
            switch (form) {
                case SCHEMA -> body.set("response_format", schemaFormat(schema));
                case JSON_OBJECT ->
                    body.set(
                            "response_format",
                            JsonNodeFactory.instance.objectNode().put("type", "json_object"));
                case TOOLS, TEXT -> {}
            }
        });
        return Json.line(body);
    }

    private static ObjectNode schemaFormat(JsonNode schema) {
        ObjectNode named =
                JsonNodeFactory.instance.objectNode().put("name", "reply").put("strict", true);
        named.set("schema", schema);
        ObjectNode format = JsonNodeFactory.instance.objectNode().put("type", "json_schema");
        format.set("json_schema", named);
        return format;
    }

    /** Whether the body is a chat completion at all, whatever it says. */
    static boolean isReply(String body) {
        JsonNode message = tree(body).path("choices").path(0).path("message");
        return message.isObject() && (message.has("content") || message.has("refusal"));
    }

    /** The name under which the server answered. */
    static Optional<String> model(String body) {
        return Optional.of(tree(body).path("model").asText("")).filter(name -> !name.isBlank());
    }

    static ChatReply read(String body, String answeredBy) {
        JsonNode tree = tree(body);
        JsonNode choice = tree.path("choices").path(0);
        JsonNode message = choice.path("message");
        String finish = choice.path("finish_reason").asText("stop");
        Usage usage = usage(tree.path("usage"));
        String refusal = text(message.path("refusal"));
        if (!refusal.isBlank()) {
            throw new ModelException(ModelException.Kind.REFUSED, "the model refuses: " + refusal, body, usage);
        } else if (finish.equals("content_filter")) {
            throw new ModelException(
                    ModelException.Kind.REFUSED, "stopped by the provider's content filter", body, usage);
        }
        String content = text(message.path("content"));
        String reasoning = text(message.path("reasoning_content")) + text(message.path("reasoning"));
        Matcher think = THINK.matcher(content);
        if (think.find()) {
            String thought = Optional.ofNullable(think.group(1)).orElseGet(() -> think.group(2));
            reasoning = reasoning.isEmpty() ? thought.strip() : reasoning;
            content = content.substring(think.end());
        }
        return new ChatReply("", content, reasoning, finish, usage, answeredBy, body);
    }

    /** A string, or the texts of a list of parts. */
    private static String text(JsonNode content) {
        if (content.isArray()) {
            return StreamSupport.stream(content.spliterator(), false)
                    .map(part ->
                            part.isTextual() ? part.asText() : part.path("text").asText(""))
                    .collect(Collectors.joining());
        }
        return content.isTextual() ? content.textValue() : "";
    }

    private static Usage usage(JsonNode usage) {
        long cached = List.of(
                        usage.path("prompt_tokens_details")
                                .path("cached_tokens")
                                .asLong(0),
                        usage.path("prompt_cache_hit_tokens").asLong(0))
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return new Usage(
                usage.path("prompt_tokens").asLong(0),
                usage.path("completion_tokens").asLong(0),
                cached);
    }

    static JsonNode tree(String body) {
        try {
            JsonNode tree = Json.mapper().readTree(body);
            return tree == null ? JsonNodeFactory.instance.missingNode() : tree;
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
