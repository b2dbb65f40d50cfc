package dev.lectern.kind;

import dev.lectern.sample.Sample;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Optional;

/** A text changed as asked: it is another text afterwards, yet that text. */
record Editing() implements TaskKind {
    @Override
    public String name() {
        return "editing";
    }

    @Override
    public boolean bringsText() {
        return true;
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        String text = Task.of(sample).text();
        if (text.isEmpty()) {
            return Optional.of("no text to work on");
        }
        // Punctuation and capitals are what an edit may be about, so only white space and width are folded.
        return Words.fold(text).equals(Words.fold(sample.answer()))
                ? Optional.of("edit changes nothing")
                : Optional.empty();
    }
}
