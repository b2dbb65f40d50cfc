package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.prompt.AnswerReply;
import dev.lectern.prompt.ReplySchemas;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.JsonRepair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person, and what that person answers. */
record RoleAnswer() implements AnswerForm {
    private static final JsonNode SCHEMA = ReplySchemas.answerWith("persona");

    @Override
    public String prompt() {
        return "answer-from-evidence/in-role";
    }

    @Override
    public JsonNode schema() {
        return SCHEMA;
    }

    @Override
    public Optional<Answer> read(String reply, Sample asked) {
        String persona = JsonRepair.find(reply)
                .map(found -> found.json().path("persona").asText("").strip())
                .orElse("");
        return AnswerReply.read(reply)
                .map(read -> read.response()
                        .map(text -> Answer.of(turns(persona, text, asked), read.citations()))
                        .orElseGet(() -> Answer.silent(read.reason())));
    }

    private static List<Turn> turns(String persona, String text, Sample asked) {
        List<Turn> turns = new ArrayList<>();
        if (!persona.isEmpty()) {
            turns.add(new Turn("system", persona));
        }
        turns.addAll(asked.messages());
        turns.add(Turn.assistant(text));
        return turns;
    }
}
