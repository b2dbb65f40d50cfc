package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.Quirk;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.Thinking;
import dev.lectern.text.Json;
import java.util.Set;

/**
 * A request written as a chat completion, in the manner that the model wants. Quirks change what goes over the wire and never the
 * question: a call's identity is taken before this.
 */
final class CompletionRequest {
    /** The tool that a model must call where its answer is asked for as a tool's parameters. */
    static final String TOOL = "reply";

    static final Set<String> LIMITS = Set.of("max_tokens", "max_completion_tokens");
    static final Set<String> SAMPLING = Set.of("temperature", "top_p", "presence_penalty", "frequency_penalty");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CompletionRequest() {}

    static String write(String model, ChatRequest request, Manner manner, ThinkingSwitch thinking) {
        ObjectNode body = JSON.objectNode().put("model", model);
        ArrayNode messages = body.putArray("messages");
        for (ChatMessage message : WireMessages.of(request, manner)) {
            messages.addObject().put("role", message.role()).put("content", message.content());
        }
        request.parameters().forEach((name, value) -> parameter(body, name, value, manner));
        Thinking.of(request.parameters()).ifPresent(wish -> thinking.write(body, wish));
        request.schema().ifPresent(schema -> form(body, schema, manner.form()));
        if (streams(request, manner)) {
            body.put("stream", true);
            if (!manner.has(Quirk.NO_STREAM_OPTIONS)) {
                body.putObject("stream_options").put("include_usage", true);
            }
        }
        if (manner.has(Quirk.THINKING_OFF_SWITCH) && !thinks(request)) {
            body.put("enable_thinking", false);
        }
        return Json.line(body);
    }

    /** Whether the reply is to come in pieces: because the model can't otherwise, or because the user asked for it. */
    static boolean streams(ChatRequest request, Manner manner) {
        return manner.has(Quirk.STREAM_ONLY) || is(request, "stream");
    }

    /** Whether the user asked for thinking. */
    static boolean thinks(ChatRequest request) {
        return Thinking.of(request.parameters()).filter(Thinking::on).isPresent();
    }

    private static boolean is(ChatRequest request, String parameter) {
        return request.parameters().containsKey(parameter)
                && String.valueOf(request.parameters().get(parameter)).equals("true");
    }

    private static void parameter(ObjectNode body, String name, Object value, Manner manner) {
        if (LIMITS.contains(name)) {
            if (!manner.has(Quirk.NO_MAX_TOKENS)) {
                String wanted = manner.has(Quirk.MAX_COMPLETION_TOKENS) ? "max_completion_tokens" : name;
                body.set(wanted, Json.mapper().valueToTree(value));
            }
        } else if (SAMPLING.contains(name)) {
            if (!manner.has(Quirk.NO_TEMPERATURE)) {
                body.set(name, Json.mapper().valueToTree(value));
            }
        } else if (!name.equals("stream") && !name.equals(Thinking.PARAMETER)) {
            body.set(name, Json.mapper().valueToTree(value));
        }
    }

    private static void form(ObjectNode body, JsonNode schema, ReplyForm form) {
        switch (form) {
            case SCHEMA -> {
                ObjectNode format = body.putObject("response_format").put("type", "json_schema");
                format.putObject("json_schema")
                        .put("name", TOOL)
                        .put("strict", true)
                        .set("schema", schema);
            }
            case JSON_OBJECT -> body.putObject("response_format").put("type", "json_object");
            case TOOLS -> {
                ObjectNode tool = body.putArray("tools").addObject().put("type", "function");
                tool.putObject("function")
                        .put("name", TOOL)
                        .put("description", "Takes your answer.")
                        .set("parameters", schema);
                body.putObject("tool_choice")
                        .put("type", "function")
                        .putObject("function")
                        .put("name", TOOL);
            }
            case TEXT -> {}
        }
    }
}
