package dev.lectern.stage.extract.en;

import dev.lectern.stage.extract.page.Lexicon;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Forms of verbs, from shipped lists: what is in no list is no verb. */
final class Verbs {
    private static final Set<String> BASES = Set.copyOf(Lexicon.lines("verbs-en.txt"));
    private static final Map<String, String> GERUNDS = new HashMap<>();
    private static final Map<String, String> PARTICIPLES = new HashMap<>();
    private static final Map<String, String> PASTS = new HashMap<>();

    static {
        for (String base : BASES) {
            GERUNDS.put(gerund(base), base);
        }
        for (String line : Lexicon.lines("past-en.txt")) {
            String[] forms = line.split(" ");
            PASTS.put(forms[1], forms[0]);
            PARTICIPLES.put(forms[2], forms[0]);
        }
    }

    private static final Set<String> NOUNS = Set.copyOf(Lexicon.lines("plural-nouns-en.txt"));

    private Verbs() {}

    static boolean base(String word) {
        return BASES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** {@code declaring} → {@code declare}. */
    static Optional<String> ofGerund(String word) {
        return Optional.ofNullable(GERUNDS.get(word.toLowerCase(Locale.ROOT)));
    }

    /** {@code wrote} → {@code write}; only verbs that date an event. */
    static Optional<String> ofPast(String word) {
        return Optional.ofNullable(PASTS.get(word.toLowerCase(Locale.ROOT)));
    }

    /** Whether the word is a past participle that dates an event: founded, written. */
    static boolean participle(String word) {
        return PARTICIPLES.containsKey(word.toLowerCase(Locale.ROOT));
    }

    /** {@code Returns}, {@code Specifies}: a verb that begins a sentence without its subject. */
    static boolean thirdPerson(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        return Character.isUpperCase(word.codePointAt(0))
                && w.endsWith("s")
                && w.length() > 3
                && (base(w.substring(0, w.length() - 1))
                        || (w.endsWith("es") && base(w.substring(0, w.length() - 2)))
                        || (w.endsWith("ies") && base(w.substring(0, w.length() - 3) + "y")))
                && !NOUNS.contains(w);
    }

    /** Whether an explanation says what something does ("Sets the …", "Set the …") rather than what it is. */
    static boolean says(String explanation) {
        String first = explanation.strip().split("[\\s,]+", 2)[0];
        return !first.isEmpty()
                && Character.isLetter(first.charAt(0))
                && (thirdPerson(Words.upperFirst(first))
                        || (base(first) && !NOUNS.contains(first.toLowerCase(Locale.ROOT) + "s")));
    }

    static String gerund(String base) {
        if (base.endsWith("ie")) {
            return base.substring(0, base.length() - 2) + "ying";
        }
        if (base.endsWith("e") && !base.endsWith("ee") && !base.endsWith("oe")) {
            return base.substring(0, base.length() - 1) + "ing";
        }
        return (doubles(base) ? base + base.charAt(base.length() - 1) : base) + "ing";
    }

    /** One vowel before one last consonant, in a word of one syllable or one of those stressed at the end. */
    private static boolean doubles(String base) {
        if (Set.of(
                        "begin",
                        "commit",
                        "permit",
                        "refer",
                        "transfer",
                        "submit",
                        "emit",
                        "defer",
                        "prefer",
                        "control",
                        "program",
                        "unwrap",
                        "unzip",
                        "reset",
                        "debug",
                        "setup",
                        "occur",
                        "format")
                .contains(base)) {
            return !base.equals("format");
        }
        return base.matches("[^aeiou]*[aeiou][^aeiouwxy]") || base.matches("[^aeiou]*qu[aeiou][^aeiouwxy]");
    }
}
