package dev.lectern.stage.screen;

import dev.lectern.kind.TaskKinds;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.List;
import java.util.Set;

/** Drops a row that is no row of its kind: a class that was no choice, code that does not parse, a translation in the same language. */
public record ScreenTask() implements PerSample {
    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Documents());
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        List<String> passages = sample.evidence().stream()
                .map(Evidence::passage)
                .distinct()
                .map(id -> tools.corpus().text(tools.corpus().passage(id)))
                .toList();
        return List.of(TaskKinds.find(sample.task())
                .flatMap(kind -> kind.fault(sample, passages))
                .<Outcome>map(reason -> new Outcome.Dropped(sample, reason))
                .orElseGet(() -> new Outcome.Kept(sample)));
    }
}
