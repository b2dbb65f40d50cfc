package dev.lectern.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.JsonRepair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model replies when it was asked for an answer with citations. A reply that was cut off is none: the rest of the answer is missing.
 *
 * @param response empty if the evidence does not say
 * @param reason what is missing, where there is no response
 */
public record AnswerReply(Optional<String> response, List<Citation> citations, String reason) {
    /** What the reply should look like. */
    public static final JsonNode SCHEMA = Schemas.read("""
            {"type":"object","additionalProperties":false,"required":["response","citations","reason"],"properties":{
              "response":{"type":["string","null"]},
              "citations":{"type":"array","items":{"type":"object","additionalProperties":false,
                "required":["passage","quote"],"properties":{
                  "passage":{"type":"integer"},"quote":{"type":"string"}}}},
              "reason":{"type":["string","null"]}}}
            """);

    public AnswerReply {
        citations = List.copyOf(citations);
    }

    /** @param passage the number the passage was shown under, from 1; 0 if the model named none */
    public record Citation(int passage, String quote) {}

    /** @return empty if the text holds no such reply */
    public static Optional<AnswerReply> read(String text) {
        return JsonRepair.find(text)
                .filter(found -> !found.cut())
                .map(JsonRepair.Found::json)
                .flatMap(AnswerReply::of);
    }

    private static Optional<AnswerReply> of(JsonNode json) {
        JsonNode response = json.path("response");
        if (response.isNull()) {
            return Optional.of(new AnswerReply(
                    Optional.empty(), List.of(), json.path("reason").asText("")));
        } else if (!response.isTextual()) {
            return Optional.empty();
        }
        return Optional.of(
                new AnswerReply(Optional.of(response.textValue().strip()), citations(json.path("citations")), ""));
    }

    /** Those of a list that quote something. */
    public static List<Citation> citations(JsonNode list) {
        List<Citation> citations = new ArrayList<>();
        for (JsonNode citation : list) {
            String quote = citation.path("quote").asText("").strip();
            if (!quote.isEmpty()) {
                citations.add(new Citation(number(citation.path("passage")), quote));
            }
        }
        return citations;
    }

    /** 2, "2", "[2]" and "Passage 2" all mean 2. */
    private static int number(JsonNode passage) {
        String digits = passage.asText("").replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }
}
