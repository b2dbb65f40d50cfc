package dev.lectern.stage.extract.page;

import java.util.List;
import java.util.Optional;

/** What the stage must know of a language: its families and the rules that no question and no answer may break. */
public interface Language {
    /** {@code en} or {@code zh}; a document's language code begins with it. */
    String code();

    /** All families in the order of preference: where two want the same span, the earlier has it. */
    List<Family> families();

    /** Why this find must not become a sample, as a short clause; empty if nothing speaks against it. */
    Optional<String> refusal(Page page, Find find);

    /** The question without case, punctuation and naming suffix: two questions with the same key are one. */
    String questionKey(Page page, String question);

    /** Words, or what stands for them where words are not spaced (1.6 Han characters to a word). */
    int words(String text);
}
