package dev.lectern.sample;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of the dataset on its way through the pipeline. It begins as a passage with no message, becomes a question,
 * then a question with its answer and the quotes that support it. Immutable; the id is given at birth and stays.
 *
 * @param task the task kind: qa, summarization, classification …
 * @param language en, zh or another BCP-47 code of the instruction and the answer
 * @param scores what was measured, by name; cutting is another stage's work
 * @param tags what was labelled, by name
 * @param extra what an imported record held beyond these fields; {@code input} is an instruction's input
 */
public record Sample(
        String id,
        List<Turn> messages,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<JsonNode> tools,
        String task,
        String language,
        List<Evidence> evidence,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Candidate> candidates,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Preference> preference,
        SortedMap<String, Double> scores,
        SortedMap<String, String> tags,
        Lineage lineage,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, JsonNode> extra) {
    /** The tag in place of a score that could not be given. */
    private static final String UNKNOWN = "unknown";

    public Sample {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        evidence = List.copyOf(evidence);
        candidates = List.copyOf(candidates);
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        extra = Collections.unmodifiableSortedMap(new TreeMap<>(extra));
    }

    /** A sample with no message yet: a passage, a document or a seed that questions will be born from. */
    public static Sample seedling(String id, String language, List<Evidence> evidence, Lineage lineage) {
        return new Sample(
                id,
                List.of(),
                List.of(),
                "",
                language,
                evidence,
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                lineage,
                new TreeMap<>());
    }

    /** The first user turn, or empty text before a question was asked. */
    @JsonIgnore
    public String instruction() {
        return messages.stream()
                .filter(t -> t.role().equals("user"))
                .map(Turn::content)
                .findFirst()
                .orElse("");
    }

    /** The last assistant turn, or empty text before an answer was given. */
    @JsonIgnore
    public String answer() {
        return messages.reversed().stream()
                .filter(t -> t.role().equals("assistant"))
                .map(Turn::content)
                .findFirst()
                .orElse("");
    }

    /** A sample born from this one: same evidence and language, this one among its parents, no messages' scores. */
    public Sample child(String newId, List<Turn> newMessages, String newTask) {
        return new Sample(
                newId,
                newMessages,
                tools,
                newTask,
                language,
                evidence,
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                tags,
                lineage.withParent(id),
                extra);
    }

    public Sample withMessages(List<Turn> newMessages) {
        return new Sample(
                id, newMessages, tools, task, language, evidence, candidates, preference, scores, tags, lineage, extra);
    }

    /** Adds the assistant's answer as the last turn. */
    public Sample withAnswer(String answer) {
        return withTurn(Turn.assistant(answer));
    }

    /** Adds a turn at the end. */
    public Sample withTurn(Turn turn) {
        List<Turn> turns = new ArrayList<>(messages);
        turns.add(turn);
        return withMessages(turns);
    }

    public Sample withEvidence(List<Evidence> newEvidence) {
        return new Sample(
                id, messages, tools, task, language, newEvidence, candidates, preference, scores, tags, lineage, extra);
    }

    public Sample withLanguage(String newLanguage) {
        return new Sample(
                id, messages, tools, task, newLanguage, evidence, candidates, preference, scores, tags, lineage, extra);
    }

    public Sample withTools(List<JsonNode> newTools) {
        return new Sample(
                id, messages, newTools, task, language, evidence, candidates, preference, scores, tags, lineage, extra);
    }

    public Sample withScore(String name, double value) {
        SortedMap<String, Double> more = new TreeMap<>(scores);
        more.put(name, value);
        return new Sample(
                id, messages, tools, task, language, evidence, candidates, preference, more, tags, lineage, extra);
    }

    /** Nothing could be said of this score, which is no fault of the sample's. */
    public Sample withUnknownScore(String name) {
        return withTag(name, UNKNOWN);
    }

    /** Whether a stage tried to give this score and had nothing to give it by. */
    public boolean lacksScore(String name) {
        return !scores.containsKey(name) && UNKNOWN.equals(tags.get(name));
    }

    public Sample withTag(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(tags);
        more.put(name, value);
        return new Sample(
                id, messages, tools, task, language, evidence, candidates, preference, scores, more, lineage, extra);
    }

    public Sample withoutTag(String name) {
        SortedMap<String, String> fewer = new TreeMap<>(tags);
        fewer.remove(name);
        return new Sample(
                id, messages, tools, task, language, evidence, candidates, preference, scores, fewer, lineage, extra);
    }

    public Sample withoutScore(String name) {
        SortedMap<String, Double> fewer = new TreeMap<>(scores);
        fewer.remove(name);
        return new Sample(
                id, messages, tools, task, language, evidence, candidates, preference, fewer, tags, lineage, extra);
    }

    public Sample withoutExtra(String name) {
        SortedMap<String, JsonNode> fewer = new TreeMap<>(extra);
        fewer.remove(name);
        return new Sample(
                id, messages, tools, task, language, evidence, candidates, preference, scores, tags, lineage, fewer);
    }

    /** The answers that were in the running, and the pair that a trainer may learn a preference from. */
    public Sample withCandidates(List<Candidate> all, Optional<Preference> pair) {
        return new Sample(id, messages, tools, task, language, evidence, all, pair, scores, tags, lineage, extra);
    }

    public Sample withExtra(String name, JsonNode value) {
        SortedMap<String, JsonNode> more = new TreeMap<>(extra);
        more.put(name, value);
        return new Sample(
                id, messages, tools, task, language, evidence, candidates, preference, scores, tags, lineage, more);
    }

    /** The same without an entry of {@link #extra} that is not needed any more. */
    public Sample without(String name) {
        SortedMap<String, JsonNode> less = new TreeMap<>(extra);
        less.remove(name);
        return new Sample(
                id, messages, tools, task, language, evidence, candidates, preference, scores, tags, lineage, less);
    }

    public Sample withLineage(Lineage newLineage) {
        return new Sample(
                id, messages, tools, task, language, evidence, candidates, preference, scores, tags, newLineage, extra);
    }
}
