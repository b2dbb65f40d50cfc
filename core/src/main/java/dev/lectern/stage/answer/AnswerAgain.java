package dev.lectern.stage.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Gathering;
import dev.lectern.corpus.Hit;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Retriever;
import dev.lectern.kind.Exchanges;
import dev.lectern.sample.Doubt;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Quoted;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has the rows that are in doubt answered once more, from more evidence: what was shown before, wider surroundings of it, and more of what
 * the index finds. What is in no doubt goes through untouched.
 *
 * @param mode what the index finds by: {@code lexical}, {@code vector} or {@code hybrid}; {@code own} asks it for nothing
 * @param top passages that the index is asked for
 * @param neighbours passages before and behind each that was shown
 * @param tokens how much is shown
 * @param goal as the stage has it that answers first
 */
public record AnswerAgain(String mode, int top, int neighbours, int tokens, String goal) implements PerSample {
    public AnswerAgain() {
        this("hybrid", 6, 2, 6000, "");
    }

    public AnswerAgain {
        if (!mode.equals("own") && by(mode).isEmpty()) {
            throw new IllegalArgumentException("unknown mode '" + mode + "'; known: own, lexical, vector, hybrid");
        }
        if (top < 1 || neighbours < 0 || tokens < 1) {
            throw new IllegalArgumentException("neighbours must be 0 or more, top and tokens 1 or more");
        }
    }

    /** Searching where the first answer did, for the same goal. */
    public AnswerAgain alike(String newMode, String newGoal) {
        return new AnswerAgain(newMode, top, neighbours, tokens, newGoal);
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public Set<Use> uses() {
        Set<Use> uses = new LinkedHashSet<>(List.of(
                new Use.Role("writer"), by(mode).<Use>map(Use.Index::new).orElseGet(Use.Documents::new)));
        uses.addAll(Draft.prompts());
        return uses;
    }

    @Override
    public boolean seldom() {
        return true;
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        if (!Doubt.isIn(sample)) {
            return List.of(new Outcome.Kept(sample));
        }
        Sample unanswered = Doubt.lifted(sample)
                .withMessages(sample.messages().stream()
                        .takeWhile(turn -> !turn.role().equals("assistant"))
                        .toList())
                .withEvidence(more(sample, tools));
        Outcome again = new Draft(goal, 1).by(tools.model("writer"), unanswered, tools);
        return List.of(
                again instanceof Outcome.Kept kept
                        ? new Outcome.Kept(kept.sample().without(Exchanges.CITED))
                        : again);
    }

    private static Optional<Retriever.By> by(String mode) {
        return Arrays.stream(Retriever.By.values())
                .filter(by -> by.name().equalsIgnoreCase(mode))
                .findFirst();
    }

    private List<Evidence> more(Sample sample, Tools tools) {
        Corpus corpus = tools.corpus();
        List<Passage> shown = Stream.concat(
                        sample.evidence().stream().map(Evidence::passage), Doubt.shown(sample).stream())
                .distinct()
                .map(corpus::passage)
                .toList();
        Gathering gathering = new Gathering(corpus, tokens).add(shown);
        shown.forEach(passage -> gathering.around(passage, neighbours));
        by(mode).map(tools::retriever).ifPresent(index -> {
            for (String question : questions(sample)) {
                gathering.add(index.find(question, top, Filter.NONE).stream()
                        .map(Hit::passage)
                        .toList());
            }
        });
        return gathering.inOrder().stream()
                .map(passage -> Quoted.whole(passage, corpus))
                .toList();
    }

    /** The instruction, and of a conversation each follow-up as a question of its own. */
    private static List<String> questions(Sample sample) {
        Stream<String> followUps = Optional.ofNullable(sample.extra().get(Exchanges.STANDALONE)).stream()
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText);
        return Stream.concat(Stream.of(sample.instruction()), followUps).toList();
    }
}
