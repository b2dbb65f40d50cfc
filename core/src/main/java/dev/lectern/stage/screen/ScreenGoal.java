package dev.lectern.stage.screen;

import dev.lectern.kind.Goal;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import java.util.List;
import java.util.Set;

/** Drops what speaks of something that the goal leaves out in so many words ({@code not: prices, roadmap}); before answering it costs nothing. */
public record ScreenGoal(String goal) implements PerSample {
    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION);
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        return List.of(new Goal(goal)
                .fault(sample)
                .<Outcome>map(reason -> new Outcome.Dropped(sample, reason))
                .orElseGet(() -> new Outcome.Kept(sample)));
    }
}
