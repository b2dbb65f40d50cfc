package dev.lectern.sample;

import java.util.List;
import java.util.Optional;

/** What became of a sample at a stage. Every sample has at least one; nothing disappears. */
public sealed interface Outcome {
    Sample sample();

    /** Goes on to the next stage. */
    record Kept(Sample sample) implements Outcome {}

    /** Not yet: the budget is spent, a model could not be reached, a batch is not full. A later run takes it up again. */
    record Held(Sample sample, String reason) implements Outcome {
        /** The reason of those with which nothing is wrong: what is wrong is said of the others. */
        public static final String FOR_OTHERS = "waits for samples that are held";
    }

    /** Refused for a reason; {@code twin} names the sample that was kept in its place. The stage's name is the engine's to add. */
    record Dropped(Sample sample, String reason, Optional<String> twin) implements Outcome {
        public Dropped(Sample sample, String reason) {
            this(sample, reason, Optional.empty());
        }
    }

    /**
     * Could not be worked on.
     *
     * @param raw what the model said, as it came
     * @param calls keys of the kept replies that it failed for: drawn anew, it may not
     */
    record Failed(Sample sample, String cause, String raw, List<String> calls) implements Outcome {
        public Failed {
            calls = List.copyOf(calls);
        }

        public Failed(Sample sample, String cause, String raw) {
            this(sample, cause, raw, List.of());
        }
    }
}
