package dev.lectern.kind;

import dev.lectern.sample.Sample;
import dev.lectern.text.Han;
import dev.lectern.text.Languages;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A text in the other language: English for Chinese, Chinese for everything else, or what the instruction names. */
record Translation() implements TaskKind {
    @Override
    public String name() {
        return "translation";
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
        String from = Languages.of(text);
        String to = Languages.of(sample.answer());
        boolean sameScript = Han.mostly(text) == Han.mostly(sample.answer());
        return from.equals(to) || (from.equals(Languages.UNKNOWN) && sameScript)
                ? Optional.of("not in the other language")
                : Optional.empty();
    }
}
