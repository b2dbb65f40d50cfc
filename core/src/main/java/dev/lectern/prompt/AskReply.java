package dev.lectern.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.JsonRepair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a model replies when it was asked for instructions. Of a reply that was cut off, the whole instructions count. */
public record AskReply(List<Item> instructions) {
    /** What the reply should look like. */
    public static final JsonNode SCHEMA = Schemas.read("""
            {"type":"object","additionalProperties":false,"required":["instructions"],"properties":{
              "instructions":{"type":"array","items":{"type":"object","additionalProperties":false,
                "required":["instruction","task"],"properties":{
                  "instruction":{"type":"string"},"task":{"type":"string"}}}}}}
            """);

    public AskReply {
        instructions = List.copyOf(instructions);
    }

    /** @param task as the model named it; empty text if it didn't */
    public record Item(String instruction, String task) {}

    /** @return empty if the text holds no such reply */
    public static Optional<AskReply> read(String text) {
        return JsonRepair.find(text).map(JsonRepair.Found::json).flatMap(AskReply::of);
    }

    private static Optional<AskReply> of(JsonNode json) {
        JsonNode list = json.isArray() ? json : json.path("instructions");
        if (!list.isArray()) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        for (JsonNode item : list) {
            JsonNode instruction = item.isTextual() ? item : item.path("instruction");
            if (instruction.isTextual() && !instruction.textValue().isBlank()) {
                items.add(new Item(
                        instruction.textValue().strip(),
                        item.path("task").asText("").strip()));
            }
        }
        return items.isEmpty() && !list.isEmpty() ? Optional.empty() : Optional.of(new AskReply(items));
    }
}
