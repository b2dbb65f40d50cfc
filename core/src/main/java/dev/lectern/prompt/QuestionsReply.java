package dev.lectern.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.JsonRepair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a model replies when it was asked for questions. Of a reply that was cut off, the whole questions count. */
public record QuestionsReply(List<String> questions) {
    /** What the reply should look like. */
    public static final JsonNode SCHEMA = Schemas.read("""
            {"type":"object","additionalProperties":false,"required":["questions"],"properties":{
              "questions":{"type":"array","items":{"type":"string"}}}}
            """);

    public QuestionsReply {
        questions = List.copyOf(questions);
    }

    /** @return empty if the text holds no such reply */
    public static Optional<QuestionsReply> read(String text) {
        return JsonRepair.find(text).map(JsonRepair.Found::json).flatMap(QuestionsReply::of);
    }

    private static Optional<QuestionsReply> of(JsonNode json) {
        JsonNode list = json.isArray() ? json : json.path("questions");
        if (!list.isArray()) {
            return Optional.empty();
        }
        List<String> questions = new ArrayList<>();
        for (JsonNode item : list) {
            JsonNode question = item.isTextual() ? item : item.path("question");
            if (question.isTextual() && !question.textValue().isBlank()) {
                questions.add(question.textValue().strip());
            }
        }
        return questions.isEmpty() && !list.isEmpty()
                ? Optional.empty()
                : Optional.of(new QuestionsReply(questions.stream().distinct().toList()));
    }
}
