package dev.lectern.testkit.rule;

import java.util.List;
import java.util.Optional;

/**
 * What the rule-driven model writes for one kind of task. It knows a sentence of a passage and nothing else. The instruction holds the
 * sentence's beginning in quotation marks, or behind a blank line the sentence, so that it is found again when an answer is asked for.
 */
public interface KindRule {
    /** Kinds with words of their own; all others are asked and answered as questions. */
    List<KindRule> ALL = List.of(
            new SummarizationRule(),
            new ParaphraseRule(),
            new ClassificationRule(),
            new TranslationRule(),
            new CodeRule(),
            new ExtractionRule(),
            new GenerationRule(),
            new EditingRule());

    String kind();

    /** @param begin the sentence's beginning, without quotation marks of its own */
    String instruction(String sentence, String begin, boolean chinese);

    /** A good answer. */
    String response(String sentence, boolean chinese);

    /** An answer that the kind's check must not let through. */
    String spoilt(String sentence, boolean chinese);

    static Optional<KindRule> of(String kind) {
        return ALL.stream().filter(rule -> rule.kind().equals(kind)).findFirst();
    }

    /** The longest run of letters in the sentence, or some Han characters from its middle. */
    static String word(String sentence, boolean chinese) {
        String longest = "";
        for (String word : sentence.split(chinese ? "[^\\p{IsHan}]+" : "[^\\p{IsLatin}]+", -1)) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return chinese && longest.length() > 6 ? longest.substring(1, 5) : longest;
    }
}
