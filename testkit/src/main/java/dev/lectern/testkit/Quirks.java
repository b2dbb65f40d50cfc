package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.Quirk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a provider with quirks says to requests that do not heed them, in the words that such providers use. */
final class Quirks {
    private Quirks() {}

    static Optional<Refusal> refusal(Asked asked, Habits habits) {
        for (Quirk quirk : habits.quirks()) {
            Optional<String> words = words(quirk, asked);
            if (words.isPresent()) {
                return words.map(text -> new Refusal(400, text, code(quirk)));
            }
        }
        return asked.form().isEmpty() || habits.forms().contains(asked.form())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        400,
                        asked.form().equals("tools")
                                ? "tools is not supported by this model"
                                : "response_format " + asked.form() + " is not supported",
                        "invalid_value"));
    }

    private static Optional<String> words(Quirk quirk, Asked asked) {
        JsonNode body = asked.body();
        return switch (quirk) {
            case MAX_COMPLETION_TOKENS ->
                when(
                        body.has("max_tokens"),
                        "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
                                + " 'max_completion_tokens' instead.");
            case NO_MAX_TOKENS ->
                when(
                        asked.maxTokens().isPresent(),
                        "Unsupported parameter: '"
                                + (body.has("max_tokens") ? "max_tokens" : "max_completion_tokens")
                                + "' is not supported with this model.");
            case NO_TEMPERATURE ->
                Optional.of(body)
                        .filter(b -> b.has("temperature") || b.has("top_p"))
                        .map(b -> b.has("temperature") ? "temperature" : "top_p")
                        .map(name -> "Unsupported value: '" + name + "' does not support "
                                + body.path(name).asText()
                                + " with this model. Only the default (1) value is supported.");
            case SAY_JSON ->
                when(
                        asked.form().equals("json_object") && !saysJson(asked.messages()),
                        "'messages' must contain the word 'json' in some form, to use 'response_format' of type"
                                + " 'json_object'.");
            case STREAM_ONLY ->
                when(
                        !asked.stream(),
                        "This model only support stream mode, please enable the stream parameter to access the"
                                + " model.");
            case NO_STREAM_OPTIONS ->
                when(body.has("stream_options"), "Unrecognized request argument supplied: stream_options");
            case THINKING_OFF_SWITCH ->
                when(
                        !asked.stream() && body.path("enable_thinking").asBoolean(true),
                        "parameter.enable_thinking must be set to false for non-streaming calls");
            case ONE_SYSTEM_MESSAGE ->
                when(
                        IntStream.range(1, asked.messages().size())
                                .anyMatch(i -> asked.messages().get(i).role().equals("system")),
                        "System message must be at the beginning.");
            case NO_SYSTEM_MESSAGE ->
                when(asked.messages().stream().anyMatch(m -> m.role().equals("system")), "System role not supported");
        };
    }

    private static Optional<String> when(boolean unheeded, String words) {
        return unheeded ? Optional.of(words) : Optional.empty();
    }

    private static boolean saysJson(List<ChatMessage> messages) {
        return messages.stream()
                .anyMatch(m -> m.content().toLowerCase(Locale.ROOT).contains("json"));
    }

    private static String code(Quirk quirk) {
        return switch (quirk) {
            case MAX_COMPLETION_TOKENS, NO_MAX_TOKENS, NO_STREAM_OPTIONS -> "unsupported_parameter";
            case NO_TEMPERATURE -> "unsupported_value";
            case SAY_JSON, STREAM_ONLY, THINKING_OFF_SWITCH, ONE_SYSTEM_MESSAGE, NO_SYSTEM_MESSAGE ->
                "invalid_request_error";
        };
    }
}
