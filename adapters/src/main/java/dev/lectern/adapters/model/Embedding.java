package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.learn.Vectors;
import dev.lectern.model.VectorText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Texts turned into vectors of length one, asked for at OpenAI's {@code /embeddings}. Each message is a text. */
record Embedding() implements Measure {
    @Override
    public String path() {
        return "/embeddings";
    }

    @Override
    public String found() {
        return "vectors";
    }

    @Override
    public List<Map<String, Object>> ways(String model, List<String> messages) {
        List<String> texts = messages.stream().map(Embedding::taken).toList();
        return List.of(Map.of("model", model, "input", texts, "encoding_format", "float"));
    }

    /** An empty text is refused everywhere. */
    private static String taken(String text) {
        return text.isEmpty() ? " " : text;
    }

    /** All vectors must be of one length. */
    @Override
    public Optional<String> read(JsonNode body, List<String> messages) {
        float[][] vectors = new float[messages.size()][0];
        for (JsonNode one : body.path("data")) {
            int index = one.path("index").asInt(-1);
            if (index < 0 || index >= vectors.length) {
                return Optional.empty();
            }
            vectors[index] = vector(one.path("embedding"));
        }
        boolean whole = vectors.length > 0
                && vectors[0].length > 0
                && Arrays.stream(vectors).allMatch(vector -> vector.length == vectors[0].length);
        return whole
                ? Optional.of(Arrays.stream(vectors)
                        .map(Vectors::unit)
                        .map(VectorText::write)
                        .collect(Collectors.joining("\n")))
                : Optional.empty();
    }

    private static float[] vector(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.path(i).floatValue();
        }
        return vector;
    }
}
