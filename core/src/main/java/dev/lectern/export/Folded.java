package dev.lectern.export;

import dev.lectern.text.Hash;
import java.util.Locale;

/** Text without what makes equal texts look different: case, white space, punctuation. */
final class Folded {
    private Folded() {}

    static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    static long hash(String kind, String folded) {
        return Hash.rank(kind, folded);
    }
}
