package dev.lectern.stage.screen;

import dev.lectern.corpus.Span;
import java.util.Optional;

/** Finds a quote in a text: as it stands, then folded, then without what quoting adds (outer quote marks, leading and trailing dots, a capital). */
final class Quotes {
    private Quotes() {}

    /** Where the quote stands first, whole words only; empty if it stands nowhere. */
    static Optional<Span> find(String quote, String text) {
        String bare = quote.strip();
        if (bare.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        int exact = first(bare, text);
        if (exact >= 0) {
            return Optional.of(new Span(exact, exact + bare.length()));
        }
        Folded folded = new Folded(text);
        String wanted = new Folded(bare).text();
        return find(wanted, folded, text)
                .or(() -> find(turnFirstLetter(wanted), folded, text))
                .or(() -> find(trimmed(wanted), folded, text))
                .or(() -> find(turnFirstLetter(trimmed(wanted)), folded, text));
    }

    private static Optional<Span> find(String wanted, Folded folded, String text) {
        int at = wanted.isEmpty() ? -1 : first(wanted, folded.text());
        if (at < 0) {
            return Optional.empty();
        }
        int start = folded.place(at);
        int end = folded.place(at + wanted.length() - 1) + 1;
        return Optional.of(withTicks(start, end, text));
    }

    /** A quote that begins or ends inside code ticks takes the tick along. */
    private static Span withTicks(int start, int end, String text) {
        boolean odd = text.substring(start, end).chars().filter(c -> c == '`').count() % 2 == 1;
        if (odd && start > 0 && text.charAt(start - 1) == '`') {
            return new Span(start - 1, end);
        }
        return odd && end < text.length() && text.charAt(end) == '`' ? new Span(start, end + 1) : new Span(start, end);
    }

    private static int first(String wanted, String text) {
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if (!cutsWord(text, at) && !cutsWord(text, end)) {
                return at;
            }
        }
        return -1;
    }

    /** Does the place lie inside a Latin word or a number? "art" does not stand in "start". */
    private static boolean cutsWord(String text, int at) {
        return at > 0 && at < text.length() && isWord(text.charAt(at - 1)) && isWord(text.charAt(at));
    }

    private static boolean isWord(char c) {
        return c < 0x530 && Character.isLetterOrDigit(c);
    }

    private static String turnFirstLetter(String text) {
        if (text.isEmpty()) {
            return text;
        }
        char c = text.charAt(0);
        char turned = Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
        return turned + text.substring(1);
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && "\"'. ".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "\"'. ,;".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
