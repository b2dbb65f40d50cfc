package dev.lectern.app.words;

import dev.lectern.text.Phrasing;

/** The core's sentences in Chinese, for the report and the card. */
public final class ChinesePhrasing implements Phrasing {
    private final Phrases phrases = Phrases.of(language());

    @Override
    public String language() {
        return "zh";
    }

    @Override
    public String translate(String english) {
        return phrases.translate(english);
    }
}
