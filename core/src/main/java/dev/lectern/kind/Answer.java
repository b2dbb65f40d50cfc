package dev.lectern.kind;

import dev.lectern.prompt.AnswerReply;
import dev.lectern.sample.Turn;
import java.util.List;
import java.util.Optional;

/**
 * An answer that was read.
 *
 * @param messages the whole conversation from its first turn on, the question included; empty where nothing was answered
 * @param citations what the answer rests on, as claimed
 * @param silent why there is no answer: what the evidence does not say
 */
public record Answer(List<Turn> messages, List<AnswerReply.Citation> citations, Optional<String> silent) {
    public Answer {
        messages = List.copyOf(messages);
        citations = List.copyOf(citations);
    }

    public static Answer of(List<Turn> messages, List<AnswerReply.Citation> citations) {
        return new Answer(messages, citations, Optional.empty());
    }

    public static Answer silent(String reason) {
        return new Answer(List.of(), List.of(), Optional.of(reason));
    }
}
