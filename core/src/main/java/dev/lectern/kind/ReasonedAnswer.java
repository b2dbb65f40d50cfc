package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.prompt.AnswerReply;
import dev.lectern.prompt.ReplySchemas;
import dev.lectern.sample.Sample;
import dev.lectern.text.JsonRepair;
import java.util.Optional;

/** A chain of thought, and apart from it the answer. The chain comes first, so that a model thinks before it answers. */
record ReasonedAnswer() implements AnswerForm {
    private static final JsonNode SCHEMA = ReplySchemas.answerWith("reasoning");

    @Override
    public String prompt() {
        return "answer-from-evidence/reasoned";
    }

    @Override
    public JsonNode schema() {
        return SCHEMA;
    }

    @Override
    public Optional<Answer> read(String reply, Sample asked) {
        Optional<String> chain = JsonRepair.find(reply)
                .map(found -> found.json().path("reasoning").asText("").strip());
        return AnswerReply.read(reply)
                .map(read -> read.response()
                        .map(text -> Answer.of(
                                asked.withTurn(Reasoning.thought(text, chain.orElse("")))
                                        .messages(),
                                read.citations()))
                        .orElseGet(() -> Answer.silent(read.reason())));
    }
}
