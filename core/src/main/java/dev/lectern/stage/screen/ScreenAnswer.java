package dev.lectern.stage.screen;

import dev.lectern.kind.TaskKinds;
import dev.lectern.sample.Doubt;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.text.Leaks;
import dev.lectern.text.Words;
import dev.lectern.text.claim.Support;
import dev.lectern.text.claim.Unsupported;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Drops an answer that is empty, too short or too long, declines although the row is answerable, points at a text the reader
 * does not see, repeats its instruction, is in another language than the instruction, or claims what its evidence does
 * not state: a number, a date, a quantity, a name.
 *
 * @param words least and, if given, most words
 * @param characters the same for Chinese, in characters
 */
public record ScreenAnswer(List<Integer> words, List<Integer> characters) implements PerSample {
    /** Rows whose names may be others than those of their evidence: of another language, a part that is played, a program; or that are checked as their kind. */
    private static final Set<String> NAMES_ITS_OWN =
            Set.of("translation", "roleplay", "code", "tool-use", "extraction", "classification");

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
                .<Outcome>map(wrong -> new Outcome.Dropped(
                        wrong.claim().isEmpty() ? sample : Doubt.named(sample, wrong.claim()), wrong.fault()))
                .orElseGet(() -> new Outcome.Kept(sample)));
    }

    private Optional<Unsupported> fault(Sample sample, Tools tools) {
        Optional<String> form = formFault(sample, tools);
        boolean claims = !TaskKinds.orQa(sample.task()).mayDecline(sample)
                && !sample.evidence().isEmpty();
        return form.isPresent() || !claims
                ? form.map(reason -> new Unsupported(reason, ""))
                : unsupported(sample, tools);
    }

    /** The first claim without support: of the chain of thought where one was asked for, and of each of the assistant's turns. */
    private static Optional<Unsupported> unsupported(Sample sample, Tools tools) {
        Support sources = Sources.of(sample, tools);
        boolean numbersOnly = NAMES_ITS_OWN.contains(sample.task());
        Stream<Unsupported> thought = sources.number(Sources.chain(sample)).stream();
        Stream<Unsupported> said = sample.messages().stream()
                .filter(turn -> turn.role().equals("assistant"))
                .map(Turn::content)
                .flatMap(words -> (numbersOnly ? sources.number(words) : sources.missing(words)).stream());
        return Stream.concat(thought, said).findFirst();
    }

    private Optional<String> formFault(Sample sample, Tools tools) {
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
        boolean mayDecline = TaskKinds.orQa(sample.task()).mayDecline(sample);
        Input input = Input.of(sample);
        if (!mayDecline && Refusals.is(answer)) {
            return Optional.of("refusal");
        } else if (!mayDecline && !mayPoint(sample, input) && Leaks.find(answer).isPresent()) {
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
        return Optional.empty();
    }

    /** "The text says …" may be about an input; but where the answer is that text made anew, it says so only if the text did. */
    private static boolean mayPoint(Sample sample, Input input) {
        return TaskKinds.orQa(sample.task()).bringsText()
                ? Leaks.find(sample.instruction()).isPresent()
                : input.present();
    }
}
