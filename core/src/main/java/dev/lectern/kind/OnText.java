package dev.lectern.kind;

import dev.lectern.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A kind that turns a text which the instruction brings along into another text. What the text says decides how long and how hard it is. */
interface OnText extends TaskKind {
    /** What is wrong with what became of the text. */
    Optional<String> fault(String text, String answer);

    @Override
    default boolean bringsText() {
        return true;
    }

    @Override
    default Set<String> axes() {
        return Set.of("phrasing");
    }

    @Override
    default Optional<String> fault(Sample sample, List<String> passages) {
        String text = Task.of(sample).text();
        return text.isEmpty() ? Optional.of("no text to work on") : fault(text, sample.answer());
    }
}
