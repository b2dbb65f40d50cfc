package dev.lectern.kind;

import dev.lectern.sample.Sample;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Optional;

/** Something useful written out of what is known: a text of its own, not one line. */
record Generation() implements TaskKind {
    /** Fewer words are an answer, not a notice, a how-to or a checklist; a Han character counts as one. */
    private static final int LEAST = 15;

    @Override
    public String name() {
        return "generation";
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        return Words.count(sample.answer()) < LEAST ? Optional.of("too short for a text of its own") : Optional.empty();
    }
}
