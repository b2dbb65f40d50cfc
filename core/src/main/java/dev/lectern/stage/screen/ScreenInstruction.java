package dev.lectern.stage.screen;

import dev.lectern.kind.TaskKinds;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.text.Han;
import dev.lectern.text.Languages;
import dev.lectern.text.Leaks;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Drops an instruction that is empty, too short or too long, points at a text the reader does not see, names no subject, or is
 * in another language than its row. An instruction that brings its text along may speak of it.
 *
 * @param words least and most words
 * @param characters least and most characters where the instruction is Chinese
 */
public record ScreenInstruction(List<Integer> words, List<Integer> characters) implements PerSample {
    public ScreenInstruction() {
        this(List.of(3, 150), List.of(4, 300));
    }

    public ScreenInstruction {
        words = Length.checked("words", words);
        characters = Length.checked("characters", characters);
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION);
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        return List.of(fault(sample)
                .<Outcome>map(reason -> new Outcome.Dropped(sample, reason))
                .orElseGet(() -> new Outcome.Kept(sample)));
    }

    private Optional<String> fault(Sample sample) {
        Input input = Input.of(sample);
        String instruction = input.instruction();
        if (instruction.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of("empty");
        }
        Optional<String> length = Length.fault(instruction, words, characters);
        if (length.isPresent()) {
            return length;
        }
        boolean within = input.present() || TaskKinds.orQa(sample.task()).pointsWithin(sample.instruction());
        boolean leaks = !within
                && (Leaks.find(instruction).isPresent()
                        || Leaks.pointer(instruction).isPresent());
        if (leaks) {
            return Optional.of("points at the source");
        } else if (!within && Subjects.missing(instruction)) {
            return Optional.of("names no subject");
        }
        return otherLanguage(instruction, sample.language()) ? Optional.of("wrong language") : Optional.empty();
    }

    /** A few names or a line of code may look like another language: only a clear case counts. */
    private static boolean otherLanguage(String instruction, String language) {
        String expected = language.split("[-_]", 2)[0];
        String found = Languages.of(instruction);
        if (expected.isEmpty()
                || expected.equals(Languages.UNKNOWN)
                || found.equals(Languages.UNKNOWN)
                || found.equals(expected)) {
            return false;
        }
        boolean chineseWithNames = expected.equals("zh") && (Han.any(instruction) || Words.count(instruction) < 3);
        boolean tooShortToTell = !found.equals("zh") && Words.count(instruction) < 4;
        return !chineseWithNames && !tooShortToTell;
    }
}
