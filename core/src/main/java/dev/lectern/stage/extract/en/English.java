package dev.lectern.stage.extract.en;

import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Language;
import dev.lectern.stage.extract.page.Page;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** English: its families in the order of preference, and what no English row may do. */
public final class English implements Language {
    @Override
    public String code() {
        return "en";
    }

    @Override
    public List<Family> families() {
        return List.of();
    }

    @Override
    public Optional<String> refusal(Page page, Find find) {
        return Optional.empty();
    }

    @Override
    public String questionKey(Page page, String question) {
        return question.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{Alnum}]+", " ")
                .strip();
    }

    @Override
    public int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
