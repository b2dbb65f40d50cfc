package dev.lectern.stage.screen;

import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import java.util.List;
import java.util.Set;

/** Drops a row that was to take several documents and whose quotes stand in one: it is a plain question in disguise. */
public record ScreenHops() implements PerSample {
    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.EVIDENCE, Trait.ANSWER);
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        long documents =
                sample.evidence().stream().map(Evidence::document).distinct().count();
        boolean disguised = sample.tags().containsKey("hops") && documents < 2;
        return List.of(
                disguised ? new Outcome.Dropped(sample, "answered from one document") : new Outcome.Kept(sample));
    }
}
