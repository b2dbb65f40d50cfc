package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.Parameters;
import dev.lectern.model.Quirk;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.Thinking;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Optional;

/**
 * Anthropic's messages. System messages stand apart, a limit on tokens is compulsory, and a schema is the input of a tool that the model
 * must call; with thinking on it may only be asked to.
 */
final class AnthropicDialect implements Dialect {
    /** Where the user sets none; the third generation takes no more than the lesser. */
    private static final long MOST_TOKENS = 8192;

    private static final long MOST_TOKENS_OF_OLD = 4096;
    private static final int LEAST_BUDGET = 1024;
    private static final int USUAL_BUDGET = 4096;

    @Override
    public String path(String model) {
        return "/messages";
    }

    @Override
    public String write(String model, ChatRequest request, Manner manner) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", model);
        Optional<Thinking> thinking = Thinking.of(request.parameters());
        boolean thinks = thinking.filter(Thinking::on).isPresent();
        int budget = thinking.flatMap(t -> t.budget().stream().boxed().findFirst())
                .map(tokens -> Math.max(LEAST_BUDGET, tokens))
                .orElse(USUAL_BUDGET);
        long most = Parameters.maxTokens(request.parameters())
                .orElse(model.matches("claude-3-(opus|sonnet|haiku).*") ? MOST_TOKENS_OF_OLD : MOST_TOKENS);
        // What is thought counts towards the limit, and the user means the answer's.
        body.put("max_tokens", thinks ? most + budget : most);
        if (thinks) {
            body.putObject("thinking").put("type", "enabled").put("budget_tokens", budget);
        }
        String system = WireMessages.system(request.messages());
        if (!system.isEmpty()) {
            body.put("system", system);
        }
        messages(body.putArray("messages"), WireMessages.others(request.messages()));
        request.parameters().forEach((name, value) -> parameter(body, name, value, thinks, manner));
        boolean byTool = manner.form() == ReplyForm.SCHEMA || manner.form() == ReplyForm.TOOLS;
        request.schema().filter(schema -> byTool).ifPresent(schema -> {
            body.putArray("tools")
                    .addObject()
                    .put("name", CompletionRequest.TOOL)
                    .put("description", "Takes your answer. Always call it.")
                    .set("input_schema", schema);
            ObjectNode choice = body.putObject("tool_choice");
            if (thinks) {
                choice.put("type", "auto");
            } else {
                choice.put("type", "tool").put("name", CompletionRequest.TOOL);
            }
        });
        return Json.line(body);
    }

    @Override
    public Heard hear(String body) {
        return new AnthropicMessage(body);
    }

    private static void messages(ArrayNode array, List<ChatMessage> messages) {
        for (ChatMessage message : messages) {
            array.addObject().put("role", message.role()).put("content", message.content());
        }
        if (messages.isEmpty()) {
            array.addObject().put("role", "user").put("content", "Go on.");
        }
    }

    private static void parameter(ObjectNode body, String name, Object value, boolean thinks, Manner manner) {
        switch (name) {
            case Parameters.MAX_TOKENS, Thinking.PARAMETER, "stream" -> {}
            case "stop" -> body.set("stop_sequences", Json.mapper().valueToTree(value));
            case "temperature", "top_p", "top_k" -> {
                if (!thinks && !manner.has(Quirk.NO_TEMPERATURE)) {
                    body.set(name, Json.mapper().valueToTree(value));
                }
            }
            // It has no such thing, and a seed or a penalty that is missed is no reason to fail.
            case "seed", "presence_penalty", "frequency_penalty" -> {}
            default -> body.set(name, Json.mapper().valueToTree(value));
        }
    }
}
