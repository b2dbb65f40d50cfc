package dev.lectern.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.JsonRepair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a model replies when it was asked for instructions together with their answers. Of a reply that was cut off, the whole pairs count. */
public record PairsReply(List<Pair> pairs) {
    /** What the reply should look like. */
    public static final JsonNode SCHEMA = Schemas.read("""
            {"type":"object","additionalProperties":false,"required":["pairs"],"properties":{
              "pairs":{"type":"array","items":{"type":"object","additionalProperties":false,
                "required":["instruction","response","quote","task"],"properties":{
                  "instruction":{"type":"string"},"response":{"type":"string"},
                  "quote":{"type":"string"},"task":{"type":"string"}}}}}}
            """);

    public PairsReply {
        pairs = List.copyOf(pairs);
    }

    /**
     * @param quote words of the passage that support the response; empty if the model gave none
     * @param task as the model named it; empty text if it didn't
     */
    public record Pair(String instruction, String response, String quote, String task) {}

    /** @return empty if the text holds no such reply */
    public static Optional<PairsReply> read(String text) {
        return JsonRepair.find(text).flatMap(found -> of(found.json(), found.cut()));
    }

    private static Optional<PairsReply> of(JsonNode json, boolean cut) {
        JsonNode list = json.isArray() ? json : json.path("pairs");
        if (!list.isArray()) {
            return Optional.empty();
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Pair pair = pair(list.get(i));
            // The last of a reply that was cut off may lack the end of its answer.
            boolean whole = !cut || i + 1 < list.size();
            if (whole && !pair.instruction.isEmpty() && !pair.response.isEmpty()) {
                pairs.add(pair);
            }
        }
        return pairs.isEmpty() && !list.isEmpty() ? Optional.empty() : Optional.of(new PairsReply(pairs));
    }

    private static Pair pair(JsonNode item) {
        return new Pair(
                item.path("instruction").asText("").strip(),
                item.path("response").asText("").strip(),
                item.path("quote").asText("").strip(),
                item.path("task").asText("").strip());
    }
}
