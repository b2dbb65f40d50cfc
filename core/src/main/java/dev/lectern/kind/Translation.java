package dev.lectern.kind;

import dev.lectern.text.Han;
import dev.lectern.text.Languages;
import java.util.Optional;

/** A text in the other language: English for Chinese, Chinese for everything else, or what the instruction names. */
record Translation() implements OnText {
    @Override
    public String name() {
        return "translation";
    }

    @Override
    public Optional<String> fault(String text, String answer) {
        String from = Languages.of(text);
        String to = Languages.of(answer);
        boolean sameScript = Han.mostly(text) == Han.mostly(answer);
        return from.equals(to) || (from.equals(Languages.UNKNOWN) && sameScript)
                ? Optional.of("not in the other language")
                : Optional.empty();
    }
}
