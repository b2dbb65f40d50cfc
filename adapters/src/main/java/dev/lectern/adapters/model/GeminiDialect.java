package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.Quirk;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.Thinking;
import dev.lectern.text.Json;
import java.util.Map;
import java.util.Optional;

/** Google's generateContent. The schema is cut down to the part of JSON Schema that it reads. */
final class GeminiDialect implements Dialect {
    private static final Map<String, String> PARAMETERS = Map.of(
            "temperature", "temperature",
            "top_p", "topP",
            "top_k", "topK",
            "max_tokens", "maxOutputTokens",
            "stop", "stopSequences",
            "seed", "seed",
            "presence_penalty", "presencePenalty",
            "frequency_penalty", "frequencyPenalty");
    private static final String CONFIG = "generationConfig";

    @Override
    public String path(String model) {
        return "/models/" + model + ":generateContent";
    }

    @Override
    public String write(String model, ChatRequest request, Manner manner) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String system = WireMessages.system(request.messages());
        if (!system.isEmpty()) {
            body.putObject("systemInstruction").putArray("parts").addObject().put("text", system);
        }
        var contents = body.putArray("contents");
        for (ChatMessage message : WireMessages.others(request.messages())) {
            contents.addObject()
                    .put("role", message.role().equals("assistant") ? "model" : "user")
                    .putArray("parts")
                    .addObject()
                    .put("text", message.content());
        }
        ObjectNode config = body.putObject(CONFIG);
        request.parameters().forEach((name, value) -> parameter(body, config, name, value, manner));
        Thinking.of(request.parameters()).ifPresent(thinking -> thinking(config, thinking));
        request.schema().ifPresent(schema -> form(body, config, schema, manner.form()));
        return Json.line(body);
    }

    @Override
    public Heard hear(String body) {
        return new GeminiAnswer(body);
    }

    private static void parameter(ObjectNode body, ObjectNode config, String name, Object value, Manner manner) {
        if (name.equals("stream")
                || name.equals(Thinking.PARAMETER)
                || (manner.has(Quirk.NO_TEMPERATURE) && CompletionRequest.SAMPLING.contains(name))
                || (manner.has(Quirk.NO_MAX_TOKENS) && CompletionRequest.LIMITS.contains(name))) {
            return;
        }
        JsonNode node = Json.mapper().valueToTree(value);
        Optional.ofNullable(PARAMETERS.get(name))
                .ifPresentOrElse(known -> config.set(known, node), () -> body.set(name, node));
    }

    private static void thinking(ObjectNode config, Thinking thinking) {
        ObjectNode wish = config.putObject("thinkingConfig").put("includeThoughts", thinking.on());
        if (!thinking.on()) {
            wish.put("thinkingBudget", 0);
        }
        thinking.budget().ifPresent(tokens -> wish.put("thinkingBudget", tokens));
    }

    private static void form(ObjectNode body, ObjectNode config, JsonNode schema, ReplyForm form) {
        switch (form) {
            case SCHEMA ->
                config.put("responseMimeType", "application/json").set("responseSchema", GeminiSchema.of(schema));
            case JSON_OBJECT -> config.put("responseMimeType", "application/json");
            case TOOLS -> {
                body.putArray("tools")
                        .addObject()
                        .putArray("functionDeclarations")
                        .addObject()
                        .put("name", CompletionRequest.TOOL)
                        .put("description", "Takes your answer.")
                        .set("parameters", GeminiSchema.of(schema));
                body.putObject("toolConfig")
                        .putObject("functionCallingConfig")
                        .put("mode", "ANY")
                        .putArray("allowedFunctionNames")
                        .add(CompletionRequest.TOOL);
            }
            case TEXT -> {}
        }
    }
}
