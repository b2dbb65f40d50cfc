package dev.lectern.stage.screen;

import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.text.Leaks;
import dev.lectern.text.Words;
import dev.lectern.text.claim.Unsupported;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Drops an answer that is empty, too short or too long, declines although the row is answerable, points at a text the reader
 * does not see, repeats its instruction, is in another language than the instruction, or claims what its evidence does
 * not state: a number, a date, a quantity, a name.
 *
 * @param words least and, if given, most words
 * @param characters the same for Chinese, in characters
 */
public record ScreenAnswer(List<Integer> words, List<Integer> characters) implements PerSample {
    public ScreenAnswer() {
        this(List.of(1), List.of(1));
    }

    public ScreenAnswer {
        words = Length.checked("words", words);
        characters = Length.checked("characters", characters);
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        return List.of(fault(sample, tools)
                .<Outcome>map(reason -> new Outcome.Dropped(sample, reason))
                .orElseGet(() -> new Outcome.Kept(sample)));
    }

    private Optional<String> fault(Sample sample, Tools tools) {
        String answer = sample.answer().strip();
        // An operator or a sign in code is an answer, though it has no letter.
        if (answer.isEmpty()
                || (answer.indexOf('`') < 0 && answer.codePoints().noneMatch(Character::isLetterOrDigit))) {
            return Optional.of("empty");
        }
        Optional<String> length = answer.indexOf('`') < 0 ? Length.fault(answer, words, characters) : Optional.empty();
        if (length.isPresent()) {
            return length;
        }
        boolean unanswerable = sample.task().equals(LocateQuotes.UNANSWERABLE);
        Input input = Input.of(sample);
        if (!unanswerable && Refusals.is(answer)) {
            return Optional.of("refusal");
        } else if (!unanswerable && !input.present() && Leaks.find(answer).isPresent()) {
            return Optional.of("points at the source");
        } else if (Words.question(answer).equals(Words.question(input.instruction()))) {
            return Optional.of("echo");
        } else if (!sample.task().equals("translation")
                && OtherLanguage.is(
                        input.instruction(),
                        answer,
                        sample.evidence().isEmpty() ? List.of() : Sources.texts(sample, tools))) {
            return Optional.of("wrong language");
        }
        return unanswerable || sample.evidence().isEmpty()
                ? Optional.empty()
                : Sources.of(sample, tools).missing(answer).map(Unsupported::fault);
    }
}
