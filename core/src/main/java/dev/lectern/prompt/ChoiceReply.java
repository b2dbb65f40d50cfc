package dev.lectern.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.JsonRepair;
import java.util.Optional;

/**
 * What a judge replies when it was asked which of several answers is best.
 *
 * @param choice from 1
 */
public record ChoiceReply(int choice, String reason) {
    /** What the reply should look like: there is no third of two answers. */
    public static JsonNode schema(int answers) {
        return Schemas.read("""
            {"type":"object","additionalProperties":false,"required":["choice","reason"],"properties":{
              "choice":{"type":"integer","minimum":1,"maximum":%d},"reason":{"type":"string"}}}
            """.formatted(answers));
    }

    /** @return empty if the text holds no such reply, or chooses what was not there */
    public static Optional<ChoiceReply> read(String text, int answers) {
        return JsonRepair.find(text)
                .map(JsonRepair.Found::json)
                .map(json -> new ChoiceReply(
                        json.path("choice").asInt(0), json.path("reason").asText("")))
                .filter(reply -> reply.choice >= 1 && reply.choice <= answers);
    }
}
