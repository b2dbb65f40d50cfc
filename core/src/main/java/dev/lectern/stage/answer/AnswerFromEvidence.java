package dev.lectern.stage.answer;

import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.AnswerReply;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Has a model answer from the evidence and name the quotes that support the answer. The quotes are only claimed here; a later stage
 * looks for them. Afterwards the sample's evidence is its quotes.
 */
public record AnswerFromEvidence() implements PerSample {
    private static final String PROMPT = "answer-from-evidence/answer";

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.EVIDENCE);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.ANSWER);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Role("writer"), new Use.PromptFile(PROMPT));
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        Understood<AnswerReply> reply =
                Understood.ask(tools.model("writer"), request(sample, tools), AnswerReply::read);
        Sample asked = sample.withLineage(sample.lineage().withCall(reply.key()));
        AnswerReply answer = reply.value();
        if (answer.response().isEmpty()) {
            return List.of(new Outcome.Dropped(asked, "evidence does not say"));
        } else if (answer.citations().isEmpty()) {
            return List.of(
                    new Outcome.Dropped(asked.withAnswer(answer.response().get()), "answer without a quote"));
        }
        List<Evidence> quotes = answer.citations().stream()
                .map(citation -> claimed(citation, sample.evidence()))
                .distinct()
                .toList();
        return List.of(new Outcome.Kept(
                asked.withTurn(Turn.assistant(answer.response().get()).withReasoning(reply.reasoning()))
                        .withEvidence(quotes)));
    }

    private static ChatRequest request(Sample sample, Tools tools) {
        List<Fenced.Shown> shown = sample.evidence().stream()
                .map(e -> new Fenced.Shown(tools.corpus().passage(e.passage()).headings(), e.quote()))
                .toList();
        Map<String, String> values = Map.of(
                "passages",
                Fenced.passages(shown, sample.language()),
                "instruction",
                Fenced.text(sample.instruction()));
        return ChatRequest.of(tools.prompts().prompt(PROMPT, sample.language()).fill(values))
                .withSchema(AnswerReply.SCHEMA);
    }

    /** Models copy quotes well and count passages badly: where the named passage lacks the quote and another holds it, that one is meant. */
    private static Evidence claimed(AnswerReply.Citation citation, List<Evidence> shown) {
        int named = citation.passage() - 1;
        boolean exists = named >= 0 && named < shown.size();
        Evidence passage = exists && shown.get(named).quote().contains(citation.quote())
                ? shown.get(named)
                : IntStream.range(0, shown.size())
                        .mapToObj(shown::get)
                        .filter(e -> e.quote().contains(citation.quote()))
                        .findFirst()
                        .orElse(shown.get(exists ? named : 0));
        return Evidence.claimed(passage.document(), passage.passage(), citation.quote(), passage.uri());
    }
}
