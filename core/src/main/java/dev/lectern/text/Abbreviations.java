package dev.lectern.text;

import java.util.Locale;
import java.util.Set;

/** Points that do not end an English sentence although a capital or a digit follows: Dr. Smith, Fig. 3, J. Doe, U.S. Army. */
final class Abbreviations {
    /** Always followed by more of the sentence. */
    private static final Set<String> NEVER_LAST = Set.of(
            "dr", "mr", "mrs", "ms", "prof", "st", "gen", "col", "lt", "sgt", "capt", "rev", "hon", "sen", "rep", "gov",
            "mt", "ft", "vs", "e.g", "i.e", "eg", "ie", "cf", "viz", "approx", "resp", "ca", "esp", "incl", "messrs",
            "mme", "mlle", "maj", "cmdr", "adm");
    /** Followed by a number when abbreviated: No. 5, Fig. 3, p. 12, Jan. 4. */
    private static final Set<String> BEFORE_NUMBER = Set.of(
            "no", "nos", "fig", "figs", "eq", "eqs", "sec", "secs", "ch", "chap", "vol", "vols", "p", "pp", "art",
            "par", "para", "tab", "ver", "v", "ed", "ref", "refs", "op", "nr", "jan", "feb", "mar", "apr", "jun", "jul",
            "aug", "sep", "sept", "oct", "nov", "dec", "app", "ex", "exs", "pt", "c");
    /** May end a sentence; then a word follows that usually begins one. */
    private static final Set<String> MAYBE_LAST = Set.of(
            "inc", "ltd", "co", "corp", "bros", "jr", "sr", "esq", "al", "dept", "univ", "assn", "ave", "blvd", "rd",
            "est", "min", "max", "fig", "sec", "vol", "ed", "misc", "govt", "mfg");

    private static final Set<String> STARTERS = Set.of(
            "the",
            "a",
            "an",
            "it",
            "its",
            "in",
            "this",
            "that",
            "these",
            "those",
            "he",
            "she",
            "we",
            "they",
            "you",
            "i",
            "his",
            "her",
            "their",
            "our",
            "your",
            "however",
            "but",
            "and",
            "so",
            "or",
            "if",
            "when",
            "while",
            "for",
            "as",
            "at",
            "on",
            "to",
            "by",
            "from",
            "with",
            "there",
            "then",
            "thus",
            "because",
            "although",
            "since",
            "after",
            "before",
            "during",
            "until",
            "once",
            "each",
            "every",
            "all",
            "both",
            "some",
            "many",
            "most",
            "no",
            "not",
            "what",
            "why",
            "how",
            "who",
            "where",
            "which",
            "is",
            "are",
            "was",
            "were",
            "do",
            "does",
            "did",
            "can",
            "use",
            "see",
            "note",
            "let",
            "here",
            "now",
            "also",
            "another",
            "other",
            "one",
            "two",
            "such",
            "unlike",
            "like",
            "instead",
            "otherwise",
            "finally",
            "first",
            "next",
            "add",
            "run",
            "set",
            "call",
            "make");

    private Abbreviations() {}

    /**
     * Does the point at {@code dot} leave the sentence open?
     *
     * @param begin where the sentence begins
     * @param after first unit after the point and what closes with it
     */
    static boolean holdsOpen(String text, int begin, int dot, int after, int end) {
        int start = dot;
        while (start > begin && isTokenPart(text.charAt(start - 1))) {
            start--;
        }
        String token = text.substring(start, dot);
        if (token.isEmpty()) {
            return false;
        }
        if (isListNumber(token) && text.substring(begin, start).isBlank()) {
            return true;
        }
        String next = nextWord(text, after, end);
        String lower = token.toLowerCase(Locale.ROOT);
        boolean number = !next.isEmpty() && Character.isDigit(next.charAt(0));
        if (NEVER_LAST.contains(lower)) {
            // "St." and "Mt." are written with a capital before a name; "ms." may be milliseconds.
            boolean unit = lower.equals("ms") || lower.equals("ft") || lower.equals("st");
            return !unit || (Character.isUpperCase(token.charAt(0)) && !isStarter(next));
        }
        if (BEFORE_NUMBER.contains(lower) && number) {
            return true;
        }
        if (lower.equals("al") && number) {
            return true;
        }
        boolean initials = isInitials(token);
        return (initials || MAYBE_LAST.contains(lower)) && !next.isEmpty() && !number && !isStarter(next);
    }

    private static boolean isTokenPart(char c) {
        return (c < 0x250 && Character.isLetterOrDigit(c)) || c == '.';
    }

    private static boolean isListNumber(String token) {
        return token.length() <= 3 && token.chars().allMatch(Character::isDigit);
    }

    /** "J", "U.S", "Ph.D", "a.m": single letters between points. */
    private static boolean isInitials(String token) {
        if (token.equals("Ph.D") || token.equals("M.Sc") || token.equals("B.Sc")) {
            return true;
        }
        if (token.length() == 1) {
            return Character.isUpperCase(token.charAt(0));
        }
        for (int i = 0; i < token.length(); i++) {
            boolean point = token.charAt(i) == '.';
            if (point != (i % 2 == 1) || (!point && !Character.isLetter(token.charAt(i)))) {
                return false;
            }
        }
        return token.length() % 2 == 1;
    }

    private static boolean isStarter(String word) {
        return !word.isEmpty()
                && (Character.isUpperCase(word.charAt(0)) || !Character.isLetter(word.charAt(0)))
                && STARTERS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String nextWord(String text, int from, int end) {
        int i = from;
        while (i < end && !Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        int stop = i;
        while (stop < end && stop < i + 30 && Character.isLetterOrDigit(text.charAt(stop))) {
            stop++;
        }
        return text.substring(i, stop);
    }
}
