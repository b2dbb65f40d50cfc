package dev.lectern.stage.judge;

import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Optionally;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Reward;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.List;
import java.util.Set;

/**
 * Has a reward model score the row: the score {@code reward}, the higher the better. Marks, never cuts. Rows that have the score already,
 * as those do that were chosen by it, cost nothing.
 *
 * @param optional whether the stage is left out where no reward model is named
 */
public record ScoreReward(boolean optional) implements PerSample, Optionally {
    public ScoreReward() {
        this(false);
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.score(Reward.NAME));
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Role(Reward.NAME));
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        if (sample.scores().containsKey(Reward.NAME)) {
            return List.of(new Outcome.Kept(sample));
        }
        Reward reward = Reward.of(sample, tools);
        return List.of(new Outcome.Kept(sample.withScore(Reward.NAME, reward.value())
                .withLineage(sample.lineage().withCall(reward.call()))));
    }
}
