package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.prompt.AnswerReply;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.JsonRepair;
import java.util.Optional;

/** The answer that something is not known; or the finding that it is, for the passages that an index brought may hold it after all. */
record HonestAnswer() implements AnswerForm {
    private static final JsonNode SCHEMA = schemaOfReply();

    @Override
    public String prompt() {
        return "answer-from-evidence/honest";
    }

    @Override
    public JsonNode schema() {
        return SCHEMA;
    }

    @Override
    public Optional<Answer> read(String reply, Sample asked) {
        boolean answered = JsonRepair.find(reply)
                .map(found -> found.json().path("answered").asBoolean(false))
                .orElse(false);
        return AnswerReply.read(reply)
                .map(read -> answered || read.response().isEmpty()
                        ? Answer.silent(read.reason())
                        : Answer.of(
                                asked.withTurn(Turn.assistant(read.response().get()))
                                        .messages(),
                                read.citations()));
    }

    private static JsonNode schemaOfReply() {
        ObjectNode schema = AnswerReply.SCHEMA.deepCopy();
        ObjectNode properties = schema.objectNode();
        properties.putObject("answered").put("type", "boolean");
        properties.setAll((ObjectNode) schema.path("properties"));
        schema.set("properties", properties);
        ((ArrayNode) schema.path("required")).insert(0, TextNode.valueOf("answered"));
        return schema;
    }
}
