package dev.lectern.kind;

import dev.lectern.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A question and its answer. What must hold for it holds for rows of every kind, so nothing is checked here. */
record Qa() implements TaskKind {
    @Override
    public String name() {
        return "qa";
    }

    @Override
    public Set<String> axes() {
        return Set.of("question-type", "phrasing", "length", "audience", "difficulty", "form");
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        return Optional.empty();
    }
}
