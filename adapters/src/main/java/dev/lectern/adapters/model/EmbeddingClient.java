package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.adapters.wire.HttpAnswer;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.Usage;
import dev.lectern.model.Vectors;
import dev.lectern.model.WireReply;
import dev.lectern.text.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A model that turns texts into vectors, asked at OpenAI's {@code /embeddings}. The messages of a request are the texts. */
final class EmbeddingClient implements ModelClient {
    private final ModelId id;
    private final Lane lane;

    EmbeddingClient(ModelId id, Lane lane) {
        this.id = id;
        this.lane = lane;
    }

    @Override
    public ModelId id() {
        return id;
    }

    @Override
    public String lane() {
        return lane.access().lane();
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner) {
        List<String> texts = request.messages().stream()
                .map(ChatMessage::content)
                .map(EmbeddingClient::taken)
                .toList();
        HttpAnswer answer = lane.post(
                "/embeddings", Json.line(Map.of("model", id.name(), "input", texts, "encoding_format", "float")));
        if (answer.status() != 200) {
            throw lane.faults().ofStatus(answer);
        }
        JsonNode body = Bodies.tree(answer.body());
        String vectors = vectors(body, texts.size())
                .orElseThrow(() ->
                        lane.faults().ofBody(answer, "the server answers with something that is no list of vectors: "));
        Usage usage = new Usage(body.path("usage").path("prompt_tokens").asLong(0), 0, 0);
        String model = body.path("model").asText(id.name());
        return new WireReply(new ChatReply("", "", "", "stop", usage, model, vectors), Limits.headroom(answer));
    }

    /** Bodies are vectors already. */
    @Override
    public ChatReply read(String body, String answeredBy) {
        return BodyReader.PLAIN.read(body, answeredBy);
    }

    /** An empty text is refused everywhere. */
    private static String taken(String text) {
        return text.isEmpty() ? " " : text;
    }

    /** A line for each text; empty unless there is one vector for each, all of one length. */
    private static Optional<String> vectors(JsonNode body, int texts) {
        float[][] vectors = new float[texts][0];
        for (JsonNode one : body.path("data")) {
            int index = one.path("index").asInt(-1);
            if (index < 0 || index >= texts) {
                return Optional.empty();
            }
            vectors[index] = vector(one.path("embedding"));
        }
        boolean whole = texts > 0
                && vectors[0].length > 0
                && Arrays.stream(vectors).allMatch(vector -> vector.length == vectors[0].length);
        return whole
                ? Optional.of(Arrays.stream(vectors)
                        .map(Vectors::unit)
                        .map(Vectors::write)
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
