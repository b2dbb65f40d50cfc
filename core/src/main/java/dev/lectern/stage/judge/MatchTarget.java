package dev.lectern.stage.judge;

import dev.lectern.aim.Sight;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.List;
import java.util.Set;

/**
 * Says how well a row fits the target: the score {@code fit} is 0 for one that is no nearer to the target's examples than any text of the
 * corpus, 1 for one as near as they are to each other. Marks, never cuts. What a draw learns of a round are the rows that came so far.
 */
public record MatchTarget() implements PerSample {
    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.score(Sight.FIT));
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Target(), new Use.Documents());
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        Sight sight = tools.supplies().sight();
        float[] pair = sight.pairs(List.of(sample), tools.corpus()).getFirst();
        return List.of(new Outcome.Kept(sample.withScore(Sight.FIT, sight.fit(pair, tools.corpus()))));
    }
}
