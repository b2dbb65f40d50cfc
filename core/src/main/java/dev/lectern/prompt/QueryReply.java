package dev.lectern.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.JsonRepair;
import java.util.Optional;

/** What a model replies when it was asked for the words to search for. */
public record QueryReply(String query) {
    /** What the reply should look like. */
    public static final JsonNode SCHEMA = Schemas.read("""
            {"type":"object","additionalProperties":false,"required":["query"],"properties":{"query":{"type":"string"}}}
            """);

    /** @return empty if the text holds no such reply, or one without a word */
    public static Optional<QueryReply> read(String text) {
        return JsonRepair.find(text)
                .map(found -> found.json().path("query"))
                .filter(JsonNode::isTextual)
                .map(query -> query.textValue().replaceAll("\\s+", " ").strip())
                .filter(query -> !query.isEmpty())
                .map(QueryReply::new);
    }
}
