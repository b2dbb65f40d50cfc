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
import dev.lectern.model.WireReply;
import dev.lectern.text.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A model that scores texts beside a question, asked at {@code /rerank} as Cohere, Jina, vLLM and llama.cpp have it, or as Hugging Face's
 * text-embeddings-inference does where a server will not take that. The first message of a request is the question, the others are texts.
 */
final class RerankClient implements ModelClient {
    private static final String PATH = "/rerank";

    private final ModelId id;
    private final Lane lane;
    private volatile boolean asTexts;

    RerankClient(ModelId id, Lane lane) {
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
        List<String> texts =
                request.messages().stream().skip(1).map(ChatMessage::content).toList();
        String question = request.messages().getFirst().content();
        HttpAnswer answer = post(question, texts, asTexts);
        if (!asTexts && (answer.status() == 400 || answer.status() == 422)) {
            HttpAnswer other = post(question, texts, true);
            asTexts = other.status() == 200;
            answer = asTexts ? other : answer;
        }
        if (answer.status() != 200) {
            throw lane.faults().ofStatus(answer);
        }
        HttpAnswer given = answer;
        JsonNode body = Bodies.tree(given.body());
        String scores = scores(body, texts.size())
                .orElseThrow(() ->
                        lane.faults().ofBody(given, "the server answers with something that is no list of scores: "));
        long tokens = Math.max(
                body.path("usage").path("total_tokens").asLong(0),
                body.path("usage").path("prompt_tokens").asLong(0));
        String model = body.path("model").asText(id.name());
        return new WireReply(
                new ChatReply("", "", "", "stop", new Usage(tokens, 0, 0), model, scores), Limits.headroom(answer));
    }

    private HttpAnswer post(String question, List<String> texts, boolean textsOnly) {
        Map<String, Object> body = textsOnly
                ? Map.of("query", question, "texts", texts)
                : Map.of("model", id.name(), "query", question, "documents", texts);
        return lane.post(lane.access().address().base().endsWith(PATH) ? "" : PATH, Json.line(body));
    }

    /** Bodies are scores already. */
    @Override
    public ChatReply read(String body, String answeredBy) {
        return BodyReader.PLAIN.read(body, answeredBy);
    }

    /** A line for each text; empty unless there is one score for each. */
    private static Optional<String> scores(JsonNode body, int texts) {
        double[] scores = new double[texts];
        Arrays.fill(scores, Double.NaN);
        for (JsonNode one : body.isArray() ? body : body.has("results") ? body.path("results") : body.path("data")) {
            int index = one.path("index").asInt(-1);
            JsonNode score = one.has("relevance_score") ? one.path("relevance_score") : one.path("score");
            if (index < 0 || index >= texts || !score.isNumber()) {
                return Optional.empty();
            }
            scores[index] = score.asDouble();
        }
        return Arrays.stream(scores).anyMatch(Double::isNaN)
                ? Optional.empty()
                : Optional.of(Arrays.stream(scores).mapToObj(Double::toString).collect(Collectors.joining("\n")));
    }
}
