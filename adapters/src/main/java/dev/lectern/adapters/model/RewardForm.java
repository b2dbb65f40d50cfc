package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How servers want to be asked for the reward of a conversation, in the order in which they are tried. */
enum RewardForm {
    /** vLLM: the pooled output of the model's head; of one that scores each token, that of the last. */
    POOLING("/pooling") {
        @Override
        Map<String, ?> body(String model, List<ChatMessage> conversation) {
            // Through sigmoid or softmax, as some versions do by themselves, good answers would all be 1.
            return Map.of("model", model, "messages", messages(conversation), "use_activation", false);
        }

        @Override
        Optional<Double> read(JsonNode body) {
            return RewardNumbers.only(body.path("data").path(0).path("data"));
        }
    },

    /** vLLM of late, which lays the model's own chat template over the messages. */
    CLASSIFY("/classify") {
        @Override
        Map<String, ?> body(String model, List<ChatMessage> conversation) {
            return Map.of("model", model, "messages", messages(conversation), "use_activation", false);
        }

        @Override
        Optional<Double> read(JsonNode body) {
            return RewardNumbers.only(body.path("data").path(0).path("probs"));
        }
    },

    /** vLLM of old, which takes text. */
    CLASSIFY_INPUT("/classify") {
        @Override
        Map<String, ?> body(String model, List<ChatMessage> conversation) {
            return Map.of("model", model, "input", text(conversation));
        }

        @Override
        Optional<Double> read(JsonNode body) {
            return CLASSIFY.read(body);
        }
    },

    /** SGLang. */
    CLASSIFY_TEXT("/classify") {
        @Override
        Map<String, ?> body(String model, List<ChatMessage> conversation) {
            return Map.of("model", model, "text", text(conversation));
        }

        @Override
        Optional<Double> read(JsonNode body) {
            return RewardNumbers.only((body.isArray() ? body.path(0) : body).path("embedding"));
        }
    },

    /** Hugging Face's text-embeddings-inference: a pair of texts, and the number before any sigmoid. */
    PREDICT("/predict") {
        @Override
        Map<String, ?> body(String model, List<ChatMessage> conversation) {
            return Map.of("inputs", List.of(pair(conversation)), "raw_scores", true);
        }

        @Override
        Optional<Double> read(JsonNode body) {
            JsonNode labels = body.path(0).isArray() ? body.path(0) : body;
            return labels.size() == 1 ? RewardNumbers.only(labels.path(0).path("score")) : Optional.empty();
        }
    },

    /** vLLM and others, for models that look at two texts at once. */
    SCORE("/score") {
        @Override
        Map<String, ?> body(String model, List<ChatMessage> conversation) {
            List<String> pair = pair(conversation);
            return Map.of("model", model, "text_1", pair.getFirst(), "text_2", pair.getLast());
        }

        @Override
        Optional<Double> read(JsonNode body) {
            return RewardNumbers.only(body.path("data").path(0).path("score"));
        }
    },

    /** NVIDIA's Nemotron reward models, which answer a conversation with its reward. */
    CHAT("/chat/completions") {
        @Override
        Map<String, ?> body(String model, List<ChatMessage> conversation) {
            return Map.of("model", model, "messages", messages(conversation));
        }

        @Override
        Optional<Double> read(JsonNode body) {
            return RewardNumbers.ofCompletion(body);
        }
    };

    private final String path;

    RewardForm(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** What is sent. */
    abstract Map<String, ?> body(String model, List<ChatMessage> conversation);

    /** The reward; empty if the body has not exactly one number in its place. */
    abstract Optional<Double> read(JsonNode body);

    private static JsonNode messages(List<ChatMessage> conversation) {
        return Json.mapper().valueToTree(conversation);
    }

    /** All in one, for servers that take no messages: an empty line stands between turns. */
    private static String text(List<ChatMessage> conversation) {
        return conversation.stream().map(ChatMessage::content).collect(Collectors.joining("\n\n"));
    }

    /** What was said before the last turn, and that turn. */
    private static List<String> pair(List<ChatMessage> conversation) {
        int last = conversation.size() - 1;
        return List.of(
                text(conversation.subList(0, last)), conversation.get(last).content());
    }
}
