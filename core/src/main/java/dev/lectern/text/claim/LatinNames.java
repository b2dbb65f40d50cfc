package dev.lectern.text.claim;

import dev.lectern.text.Han;
import dev.lectern.text.Languages;
import dev.lectern.text.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in Latin letters, as capitals show them. A capital at the head of a sentence shows nothing by itself; there a word is a name if
 * another capital follows or a verb does, and no list knows it as a common word.
 */
final class LatinNames {
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsLatin}][\\p{IsLatin}\\p{M}\\d'’.]*[\\p{IsLatin}\\d]|\\p{IsLatin}");
    private static final Pattern HEAD =
            Pattern.compile("(?s)(?:^|[.!?:;\\n。！？：；]|[-*•#|(\\[“\"‘]|\\d[.)])\\s*[*_“\"'(‘\\[#>]*$");
    private static final Pattern VERB_FOLLOWS = Pattern.compile(
            "^,?\\s+(?:is|was|were|are|has|had|have|did|does|became|becomes|won|wrote|said|made|led|began|built|took|gave|founded|\\w{3,}ed|and [A-Z]\\w+)\\b.*",
            Pattern.DOTALL);
    private static final Pattern COMMON_FORM = Pattern.compile(
            ".*(?:ly|ing|ed|tion|sion|ment|ness|ity|ance|ence|ship|ism|ers|ors|ists|ies|ions|ments|ous|ful|less|able|ible|ive|ical|ure|ology|graphy|s)");
    private static final Pattern PEOPLES =
            Pattern.compile("(?:'s|s'|ians?|ans?|eans?|ese|ish|ic|is?t?s|ers?|s|y|ia|a|e|o|ns?)$");
    private static final List<Set<String>> IRREGULAR = List.of(
            Set.of("france", "french", "frenchman"),
            Set.of("spain", "spanish", "spaniard", "spaniards"),
            Set.of("netherlands", "dutch", "holland"),
            Set.of("greece", "greek", "greeks"),
            Set.of("denmark", "danish", "danes"),
            Set.of("wales", "welsh"),
            Set.of("norway", "norwegian", "norse"),
            Set.of("switzerland", "swiss"),
            Set.of("china", "chinese"),
            Set.of("england", "english", "englishman"),
            Set.of("scotland", "scottish", "scots"),
            Set.of("ireland", "irish"),
            Set.of("poland", "polish", "poles"),
            Set.of("peru", "peruvian"),
            Set.of("rome", "roman", "romans"),
            Set.of("turkey", "turkish", "turks"));

    private final List<String> words = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    /** Words that a point follows, and so may be shortened: Prof. */
    private final Set<String> pointedForms = new HashSet<>();

    LatinNames(Collection<String> sources) {
        for (String source : sources) {
            Matcher word = WORD.matcher(source);
            while (word.find()) {
                String plain = plain(word.group());
                words.add(plain);
                known.add(plain);
                stems.add(stem(plain));
                boolean point = word.end() < source.length() && source.charAt(word.end()) == '.';
                if (point
                        && plain.length() <= 5
                        && Character.isUpperCase(word.group().charAt(0))) {
                    pointedForms.add(plain);
                }
            }
            words.add("");
        }
    }

    /** The first name that no source holds in any form. */
    Optional<String> firstInvented(String answer) {
        String prose = Languages.withoutCode(answer);
        boolean english =
                Languages.of(answer).equals("en") || Languages.of(answer).equals(Languages.UNKNOWN);
        if (!english && !Han.any(answer)) {
            return Optional.empty();
        }
        Matcher word = WORD.matcher(prose);
        while (word.find()) {
            if (isName(prose, word) && !stated(word.group(), prose, word)) {
                return Optional.of(word.group());
            }
        }
        return Optional.empty();
    }

    private boolean isName(String text, Matcher word) {
        String written = word.group();
        String plain = plain(written);
        boolean capital = Character.isUpperCase(written.codePointAt(0));
        boolean insideToken = (word.start() > 0
                        && "-/_@.#+&".indexOf(text.charAt(word.start() - 1)) >= 0
                        && !afterBlank(text, word.start()))
                || (word.end() < text.length() && "_/@(+#".indexOf(text.charAt(word.end())) >= 0)
                || text.substring(word.end()).matches("(?s)-\\d.*");
        if (!capital || plain.length() < 2 || insideToken || CommonWords.has(plain)) {
            return false;
        } else if (written.matches("[IVXLC]+") || NumberWords.english(plain).isPresent()) {
            return false;
        }
        if (!HEAD.matcher(text.substring(0, word.start())).find()) {
            return true;
        }
        String rest = text.substring(word.end());
        boolean more = rest.matches("(?s)[,.]?\\s+(?:(?:of|de|von|van|the|da|del|la) )?\\p{Lu}[\\p{L}.]*.*");
        boolean whole = Words.count(text) <= 3;
        return more
                || (!COMMON_FORM.matcher(plain).matches()
                        && (whole || VERB_FOLLOWS.matcher(rest).matches()));
    }

    private static boolean afterBlank(String text, int at) {
        return text.charAt(at - 1) == '.' && (at < 2 || !Character.isLetterOrDigit(text.charAt(at - 2)));
    }

    private boolean stated(String written, String text, Matcher word) {
        String plain = plain(written);
        if (known.contains(plain) || (plain.length() > 3 && stems.contains(stem(plain)))) {
            return true;
        }
        boolean capitals =
                written.replace(".", "").equals(written.replace(".", "").toUpperCase(Locale.ROOT));
        if (capitals && plain.length() <= 7 && Acronyms.spells(plain.replaceFirst("s$", ""), words)) {
            return true;
        }
        boolean pointed = word.end() < text.length() && text.charAt(word.end()) == '.';
        return known.stream()
                        .anyMatch(other -> other.length() > 1
                                && (Acronyms.same(plain, other)
                                        || (pointed && Acronyms.shortens(plain, other))
                                        || (pointedForms.contains(other) && Acronyms.shortens(other, plain))
                                        || alike(plain, other)))
                || spelledOut(text, word);
    }

    /** Do the capitals around the word spell a short form that the sources hold? */
    private boolean spelledOut(String text, Matcher word) {
        int from = word.start();
        int to = word.end();
        Matcher before = Pattern.compile("(?:\\p{Lu}[\\p{L}'’.-]*\\s+(?:(?:of|for|the|and|in|on|de) )*)+$")
                .matcher(text.substring(0, from));
        Matcher after = Pattern.compile("^(?:\\s+(?:(?:of|for|the|and|in|on|de) )*\\p{Lu}[\\p{L}'’.-]*)+")
                .matcher(text.substring(to));
        from = before.find() ? before.start() : from;
        to = after.find() ? to + after.end() : to;
        List<String> run = new ArrayList<>();
        Matcher each = WORD.matcher(text.substring(from, to));
        while (each.find()) {
            run.add(plain(each.group()));
        }
        return run.size() > 1
                && known.stream()
                        .anyMatch(form ->
                                form.length() >= 2 && form.length() <= run.size() && Acronyms.spells(form, run));
    }

    private static boolean alike(String one, String other) {
        return IRREGULAR.stream().anyMatch(set -> set.contains(one) && set.contains(other))
                // Joined or parted otherwise: "Healthcare" and "health care", "McDonald" and "Mc Donald".
                || (one.length() > 7
                        && other.length() > 3
                        && one.startsWith(other)
                        && one.length() - other.length() <= 3);
    }

    private static String stem(String plain) {
        String stem = plain;
        for (int i = 0; i < 2; i++) {
            String shorter = PEOPLES.matcher(stem).replaceFirst("");
            stem = shorter.length() >= 3 ? shorter : stem;
        }
        return stem;
    }

    /** Lower case, no accents, no points, no possessive. */
    static String plain(String word) {
        String bare = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return bare.replace('’', '\'')
                .replaceFirst("'s?$", "")
                .replace(".", "")
                .replace("'", "")
                .toLowerCase(Locale.ROOT);
    }
}
