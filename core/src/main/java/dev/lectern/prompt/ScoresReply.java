package dev.lectern.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.text.JsonRepair;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a judge replies when it was asked to rate an answer by criteria.
 *
 * @param scores 1 to 5 for each criterion
 */
public record ScoresReply(SortedMap<String, Integer> scores, String reason) {
    private static final JsonNode SCORE = Schemas.read("{\"type\":\"integer\",\"minimum\":1,\"maximum\":5}");

    /** What the reply should look like: each criterion by its name, so that a model can leave none out and invent none. */
    public static JsonNode schema(Collection<String> criteria) {
        ObjectNode scores = JsonNodeFactory.instance.objectNode().put("type", "object");
        scores.put("additionalProperties", false);
        ArrayNode required = scores.putArray("required");
        ObjectNode properties = scores.putObject("properties");
        criteria.forEach(name -> {
            required.add(name);
            properties.set(name, SCORE);
        });
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.put("additionalProperties", false);
        schema.putArray("required").add("scores").add("reason");
        ObjectNode fields = schema.putObject("properties");
        fields.set("scores", scores);
        fields.putObject("reason").put("type", "string");
        return schema;
    }

    public ScoresReply {
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    }

    /** @return empty if the text holds no such reply, a criterion is missing, or a score is off the scale: 11 out of 5 says nothing */
    public static Optional<ScoresReply> read(String text, Collection<String> criteria) {
        return JsonRepair.find(text).map(JsonRepair.Found::json).flatMap(json -> of(json, criteria));
    }

    private static Optional<ScoresReply> of(JsonNode json, Collection<String> criteria) {
        SortedMap<String, Integer> scores = new TreeMap<>();
        for (String criterion : criteria) {
            int score = json.path("scores").path(criterion).asInt(0);
            if (score < 1 || score > 5) {
                return Optional.empty();
            }
            scores.put(criterion, score);
        }
        return Optional.of(
                new ScoresReply(scores, json.path("reason").asText("").strip()));
    }
}
