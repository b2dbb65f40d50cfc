package dev.lectern.kind;

import dev.lectern.sample.Sample;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A text changed as asked: it is another text afterwards, yet that text. */
record Editing() implements TaskKind {
    /** An edit may shorten, but of a text of some length it keeps some words. */
    private static final double KEPT = 0.1;

    private static final int ENOUGH_TO_TELL = 6;

    @Override
    public String name() {
        return "editing";
    }

    @Override
    public boolean bringsText() {
        return true;
    }

    @Override
    public Set<String> axes() {
        return Set.of("phrasing");
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        String text = Task.of(sample).text();
        if (text.isEmpty()) {
            return Optional.of("no text to work on");
        }
        // Punctuation and capitals are what an edit may be about, so only white space and width are folded.
        if (Words.fold(text).equals(Words.fold(sample.answer()))) {
            return Optional.of("edit changes nothing");
        }
        Set<String> before = Set.copyOf(Words.of(text));
        long kept = Words.of(sample.answer()).stream()
                .distinct()
                .filter(before::contains)
                .count();
        return before.size() >= ENOUGH_TO_TELL && kept < KEPT * before.size()
                ? Optional.of("edit is another text")
                : Optional.empty();
    }
}
