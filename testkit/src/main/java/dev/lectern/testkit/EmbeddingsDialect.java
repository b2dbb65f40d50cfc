package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.testkit.http.Request;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Embeddings, as OpenAI writes them: of each text a unit vector by its words, so that texts with the same words are near. A model whose name
 * ends in a number has as many dimensions.
 */
final class EmbeddingsDialect extends FiguresDialect {
    private static final int DIMENSIONS = 64;

    @Override
    public Asked asked(Request request, JsonNode body) {
        return new Asked(
                body.path("model").asText(),
                texts(body).stream().map(ChatMessage::user).toList(),
                "",
                Optional.empty(),
                OptionalInt.empty(),
                false,
                false,
                "",
                body);
    }

    @Override
    public Optional<Refusal> unfit(Asked asked) {
        return asked.messages().stream().anyMatch(text -> text.content().isEmpty())
                        || asked.messages().isEmpty()
                ? Optional.of(new Refusal(400, "'$.input' is invalid.", "invalid_request_error"))
                : Optional.empty();
    }

    @Override
    void find(Asked asked, ArrayNode data) {
        int dimensions = asked.body().path("dimensions").asInt(dimensions(asked.model()));
        for (ChatMessage text : asked.messages()) {
            ObjectNode one = data.addObject().put("object", "embedding").put("index", data.size() - 1);
            float[] vector = vector(text.content(), dimensions);
            if (asked.body().path("encoding_format").asText().equals("base64")) {
                one.put("embedding", base64(vector));
            } else {
                ArrayNode numbers = one.putArray("embedding");
                for (float number : vector) {
                    numbers.add(number);
                }
            }
        }
    }

    private static int dimensions(String model) {
        String end = model.substring(model.lastIndexOf('-') + 1);
        return end.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(end) : DIMENSIONS;
    }

    private static List<String> texts(JsonNode body) {
        List<String> texts = new ArrayList<>();
        if (body.path("input").isTextual()) {
            texts.add(body.path("input").asText());
        }
        body.path("input").forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static float[] vector(String text, int dimensions) {
        float[] vector = new float[dimensions];
        for (String word : text.split("\\W+", -1)) {
            long mixed = word.hashCode() * 0x9E3779B97F4A7C15L;
            vector[(int) Long.remainderUnsigned(mixed >>> 8, dimensions)] += (mixed & 1) == 0 ? 1 : -1;
        }
        // Never the zero vector, and texts without a word differ too.
        vector[Math.floorMod(text.hashCode(), dimensions)] += 0.5f;
        double length = 0;
        for (float number : vector) {
            length += number * number;
        }
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(length));
        }
        return vector;
    }

    private static String base64(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : vector) {
            bytes.putFloat(number);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
