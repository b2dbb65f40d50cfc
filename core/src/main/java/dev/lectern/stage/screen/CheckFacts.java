package dev.lectern.stage.screen;

import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.seed.Fact;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drops rows of a changed fact that do not say what holds now or still say what held, and rows of a guard that touch what has changed. */
public record CheckFacts() implements PerSample {
    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.ANSWER, Trait.tag("fact"));
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        Fact fact = Fact.in(sample.extra());
        boolean guard = sample.tags().containsKey("guard");
        Optional<String> fault = guard ? touched(sample, fact) : unsaid(sample, fact);
        return List.of(fault.<Outcome>map(why -> new Outcome.Dropped(sample, why))
                .orElseGet(() -> new Outcome.Kept(sample.without("fact"))));
    }

    private static Optional<String> unsaid(Sample sample, Fact fact) {
        boolean quoted = sample.evidence().stream().anyMatch(evidence -> fact.saysNow(evidence.quote()));
        if (!fact.saysNow(sample.answer())) {
            return Optional.of("does not say what holds now");
        } else if (!quoted) {
            return Optional.of("no quote says what holds now");
        }
        return fact.saysBefore(sample.answer()) ? Optional.of("still says what held before") : Optional.empty();
    }

    private static Optional<String> touched(Sample sample, Fact fact) {
        String all = sample.instruction() + "\n" + sample.answer();
        return fact.saysNow(all) || fact.saysBefore(all) ? Optional.of("touches what has changed") : Optional.empty();
    }
}
