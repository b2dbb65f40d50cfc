package dev.lectern.text.claim;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Short forms and what they stand for: WHO and World Health Organization, Prof. and Professor, U.S. and United States. */
final class Acronyms {
    private static final Set<String> SMALL = Set.of("of", "the", "and", "for", "in", "on", "de", "la", "to", "a", "&");
    /** Pairs that no letters tell. */
    private static final List<Set<String>> SAME = List.of(
            Set.of("us", "usa", "america", "american", "americans"),
            Set.of("uk", "britain", "british", "england"),
            Set.of("eu", "europe", "european"),
            Set.of("ussr", "soviet"),
            Set.of("nyc", "york"),
            Set.of("la", "angeles"),
            Set.of("bc", "bce"),
            Set.of("ad", "ce"),
            Set.of("tv", "television"),
            Set.of("mr", "mister"),
            Set.of("dr", "doctor", "doctors"),
            Set.of("st", "saint", "street"),
            Set.of("mt", "mount", "mountain"),
            Set.of("ft", "fort"));

    private Acronyms() {}

    /** Are the two one thing by custom? Both in lower case, without points. */
    static boolean same(String one, String other) {
        return SAME.stream().anyMatch(set -> set.contains(one) && set.contains(other));
    }

    /** Do the initials of words that stand together spell the short form? Small words count or do not. */
    static boolean spells(String shortForm, List<String> words) {
        String wanted = shortForm.toLowerCase(Locale.ROOT);
        for (int i = 0; i < words.size(); i++) {
            if (begins(words.get(i), wanted.charAt(0)) && spells(wanted, 1, words, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean spells(String wanted, int at, List<String> words, int next) {
        if (at == wanted.length()) {
            return true;
        } else if (next >= words.size()) {
            return false;
        }
        String word = words.get(next);
        return (begins(word, wanted.charAt(at)) && spells(wanted, at + 1, words, next + 1))
                || (SMALL.contains(word) && spells(wanted, at, words, next + 1));
    }

    /** Is the one the beginning, or some letters in order from the first, of the other: Gen and General, Dept and Department? */
    static boolean shortens(String shortForm, String word) {
        if (shortForm.length() < 2 || shortForm.length() >= word.length() || shortForm.charAt(0) != word.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < word.length() && at < shortForm.length(); i++) {
            at += word.charAt(i) == shortForm.charAt(at) ? 1 : 0;
        }
        return at == shortForm.length();
    }

    private static boolean begins(String word, char letter) {
        return !word.isEmpty() && Character.toLowerCase(word.charAt(0)) == letter;
    }
}
