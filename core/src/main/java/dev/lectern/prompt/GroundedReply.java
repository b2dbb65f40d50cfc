package dev.lectern.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.JsonRepair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a judge replies when it held an answer against its evidence.
 *
 * @param unsupported the claims that nothing supports, in the answer's words
 */
public record GroundedReply(boolean supported, List<String> unsupported, String reason) {
    /** What the reply should look like. */
    public static final JsonNode SCHEMA = Schemas.read("""
            {"type":"object","additionalProperties":false,"required":["supported","unsupported","reason"],"properties":{
              "supported":{"type":"boolean"},
              "unsupported":{"type":"array","items":{"type":"string"}},
              "reason":{"type":"string"}}}
            """);

    public GroundedReply {
        unsupported = List.copyOf(unsupported);
    }

    /** @return empty if the text holds no such reply */
    public static Optional<GroundedReply> read(String text) {
        return JsonRepair.find(text)
                .filter(found -> !found.cut())
                .map(JsonRepair.Found::json)
                .filter(json -> json.path("supported").isBoolean())
                .map(GroundedReply::of);
    }

    private static GroundedReply of(JsonNode json) {
        List<String> claims = new ArrayList<>();
        json.path("unsupported").forEach(claim -> claims.add(claim.asText("").strip()));
        claims.removeIf(String::isEmpty);
        return new GroundedReply(
                json.path("supported").booleanValue(),
                claims,
                json.path("reason").asText("").strip());
    }
}
