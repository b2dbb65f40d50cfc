package dev.lectern.kind;

import dev.lectern.sample.Sample;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Optional;

/** A subject summed up: shorter than what was summed up. */
record Summarization() implements TaskKind {
    @Override
    public String name() {
        return "summarization";
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        String text = Task.of(sample).text();
        int source = text.isEmpty() ? passages.stream().mapToInt(Words::count).sum() : Words.count(text);
        int summary = Words.count(sample.answer());
        return source > 0 && summary >= source ? Optional.of("summary not shorter than its source") : Optional.empty();
    }
}
