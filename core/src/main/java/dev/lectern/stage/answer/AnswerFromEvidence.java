package dev.lectern.stage.answer;

import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Has a model answer from the evidence and name the quotes that support the answer. The quotes are only claimed here; a later stage
 * looks for them. Afterwards the sample's evidence is its quotes.
 *
 * @param goal what the dataset is for, in a sentence or two; what lies outside is not answered
 */
public record AnswerFromEvidence(String goal) implements PerSample {
    public AnswerFromEvidence() {
        this("");
    }

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
        Set<Use> uses = new LinkedHashSet<>(Set.of(new Use.Role("writer")));
        uses.addAll(Draft.prompts());
        return uses;
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        return sample.answer().isEmpty()
                ? List.of(new Draft(goal, 0).by(tools.model("writer"), sample, tools))
                : List.of(new Outcome.Kept(sample)); // an earlier stage brought the answer along
    }
}
