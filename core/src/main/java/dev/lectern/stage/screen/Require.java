package dev.lectern.stage.screen;

import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import java.util.List;
import java.util.Set;

/**
 * Drops a row whose score is below the least that is asked; exactly the least stays, and so does a row of which nothing could be said.
 * Costs nothing, so it can move later.
 */
public record Require(String score, double atLeast) implements PerSample {
    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.score(score));
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        Double value = sample.scores().get(score);
        if (sample.lacksScore(score)) {
            return List.of(new Outcome.Kept(sample));
        } else if (value == null) {
            return List.of(new Outcome.Dropped(sample, "no score " + score));
        }
        return List.of(value >= atLeast ? new Outcome.Kept(sample) : new Outcome.Dropped(sample, score + " too low"));
    }
}
