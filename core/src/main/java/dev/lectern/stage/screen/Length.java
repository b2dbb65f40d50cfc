package dev.lectern.stage.screen;

import dev.lectern.text.Han;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Optional;

/** Is a text too short or too long? Words are counted, and in Chinese the characters that are no punctuation. */
final class Length {
    private Length() {}

    static Optional<String> fault(String text, List<Integer> words, List<Integer> characters) {
        boolean chinese = Han.mostly(text);
        List<Integer> range = chinese ? characters : words;
        int length = chinese ? characters(text) : Words.count(text);
        if (length < range.getFirst()) {
            return Optional.of("too short");
        }
        return range.size() > 1 && length > range.getLast() ? Optional.of("too long") : Optional.empty();
    }

    /** A range is [least] or [least, most]. */
    static List<Integer> checked(String name, List<Integer> range) {
        boolean good = (range.size() == 1 || range.size() == 2)
                && range.getFirst() >= 0
                && range.getFirst() <= range.getLast();
        if (!good) {
            throw new IllegalArgumentException(name + " must be [least, most] or [least], not " + range);
        }
        return List.copyOf(range);
    }

    private static int characters(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
