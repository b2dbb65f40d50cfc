package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.prompt.AnswerReply;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import java.util.Optional;

/** One answer in words behind the question. */
record PlainAnswer() implements AnswerForm {
    @Override
    public String prompt() {
        return "answer-from-evidence/answer";
    }

    @Override
    public JsonNode schema() {
        return AnswerReply.SCHEMA;
    }

    @Override
    public Optional<Answer> read(String reply, Sample asked) {
        return AnswerReply.read(reply)
                .map(read -> read.response()
                        .map(text ->
                                Answer.of(asked.withTurn(Turn.assistant(text)).messages(), read.citations()))
                        .orElseGet(() -> Answer.silent(read.reason())));
    }
}
