package dev.lectern.stage.screen;

import dev.lectern.sample.Doubt;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.List;
import java.util.Set;

/**
 * Puts in doubt what {@link LocateQuotes} and {@link ScreenAnswer} would drop, so that it can be answered again first. Costs nothing, and
 * drops nothing: a quote that stands nowhere, a leak, a refusal, the wrong language, a number or name that the evidence lacks.
 */
public record DoubtAnswer() implements PerSample {
    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.EVIDENCE, Trait.ANSWER);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Documents());
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        Outcome located = new LocateQuotes().apply(sample, tools).getFirst();
        if (located instanceof Outcome.Dropped dropped) {
            return kept(Doubt.over(sample, dropped.reason(), ""));
        }
        Outcome screened = new ScreenAnswer().apply(located.sample(), tools).getFirst();
        if (screened instanceof Outcome.Dropped dropped) {
            return kept(
                    Doubt.over(sample, dropped.reason(), dropped.sample().tags().getOrDefault(Doubt.UNSUPPORTED, "")));
        }
        return kept(located.sample());
    }

    private static List<Outcome> kept(Sample sample) {
        return List.of(new Outcome.Kept(sample));
    }
}
