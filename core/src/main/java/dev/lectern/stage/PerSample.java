package dev.lectern.stage;

import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import java.util.List;

/**
 * Sees one sample at a time. Called from many threads; may block on a model. Throws what it likes: the engine turns a
 * {@code ModelException} into held or failed and anything else into failed, with the sample kept.
 */
public non-sealed interface PerSample extends Stage {
    /** What becomes of the sample: never empty; more than one outcome means that samples were born. */
    List<Outcome> apply(Sample sample, Tools tools);
}
