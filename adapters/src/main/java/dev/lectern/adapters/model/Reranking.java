package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Texts scored beside a question, asked for at {@code /rerank} as Cohere, Jina, vLLM and llama.cpp have it, or as Hugging Face's
 * text-embeddings-inference does. The first message is the question, the others are texts.
 */
record Reranking() implements Measure {
    @Override
    public String path() {
        return "/rerank";
    }

    @Override
    public String found() {
        return "scores";
    }

    @Override
    public List<Map<String, Object>> ways(String model, List<String> messages) {
        String question = messages.getFirst();
        List<String> texts = messages.subList(1, messages.size());
        return List.of(
                Map.of("model", model, "query", question, "documents", texts),
                Map.of("query", question, "texts", texts));
    }

    @Override
    public Optional<String> read(JsonNode body, List<String> messages) {
        double[] scores = new double[messages.size() - 1];
        Arrays.fill(scores, Double.NaN);
        for (JsonNode one : body.isArray() ? body : body.has("results") ? body.path("results") : body.path("data")) {
            int index = one.path("index").asInt(-1);
            JsonNode score = one.has("relevance_score") ? one.path("relevance_score") : one.path("score");
            if (index < 0 || index >= scores.length || !score.isNumber()) {
                return Optional.empty();
            }
            scores[index] = score.asDouble();
        }
        return Measure.lines(scores);
    }
}
