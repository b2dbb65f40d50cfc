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
