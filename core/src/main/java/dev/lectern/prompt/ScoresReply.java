package dev.lectern.prompt;

import com.fasterxml.jackson.databind.JsonNode;
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
    /** What the reply should look like. */
    public static final JsonNode SCHEMA = Schemas.read("""
            {"type":"object","required":["scores","reason"],"properties":{
              "scores":{"type":"object","additionalProperties":{"type":"integer","minimum":1,"maximum":5}},
              "reason":{"type":"string"}}}
            """);

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
