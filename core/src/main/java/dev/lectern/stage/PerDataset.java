package dev.lectern.stage;

import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import java.util.List;

/** Sees a summary of all samples that merges in any order (counts, sets, histograms: whole numbers only), then acts on each. */
public non-sealed interface PerDataset<S> extends Stage {
    S empty();

    S add(S summary, Sample sample);

    S merge(S one, S other);

    List<Outcome> act(S summary, Sample sample, Tools tools);
}
