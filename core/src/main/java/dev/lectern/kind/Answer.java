package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.prompt.AnswerReply;
import dev.lectern.sample.Turn;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An answer that was read.
 *
 * @param messages the whole conversation from its first turn on, the question included; empty where nothing was answered
 * @param citations what the answer rests on, as claimed
 * @param silent why there is no answer: what the evidence does not say
 * @param extra what else the row should hold, such as the follow-ups of a conversation as questions of their own
 */
public record Answer(
        List<Turn> messages,
        List<AnswerReply.Citation> citations,
        Optional<String> silent,
        SortedMap<String, JsonNode> extra) {
    public Answer {
        messages = List.copyOf(messages);
        citations = List.copyOf(citations);
        extra = Collections.unmodifiableSortedMap(new TreeMap<>(extra));
    }

    public static Answer of(List<Turn> messages, List<AnswerReply.Citation> citations) {
        return new Answer(messages, citations, Optional.empty(), new TreeMap<>());
    }

    public static Answer silent(String reason) {
        return new Answer(List.of(), List.of(), Optional.of(reason), new TreeMap<>());
    }
}
