package dev.lectern.kind;

import dev.lectern.text.Words;
import java.util.Optional;
import java.util.Set;

/** A text changed as asked: it is another text afterwards, yet that text. */
record Editing() implements OnText {
    /** An edit may shorten, but of a text of some length it keeps some words. */
    private static final double KEPT = 0.1;

    private static final int ENOUGH_TO_TELL = 6;

    @Override
    public String name() {
        return "editing";
    }

    @Override
    public Optional<String> fault(String text, String answer) {
        // Punctuation and capitals are what an edit may be about, so only white space and width are folded.
        if (Words.fold(text).equals(Words.fold(answer))) {
            return Optional.of("edit changes nothing");
        }
        Set<String> before = Set.copyOf(Words.of(text));
        long kept =
                Words.of(answer).stream().distinct().filter(before::contains).count();
        return before.size() >= ENOUGH_TO_TELL && kept < KEPT * before.size()
                ? Optional.of("edit is another text")
                : Optional.empty();
    }
}
