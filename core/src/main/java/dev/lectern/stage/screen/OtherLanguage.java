package dev.lectern.stage.screen;

import dev.lectern.text.Han;
import dev.lectern.text.Languages;
import dev.lectern.text.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Is an answer in another language than its instruction? Code and names do not count, nor does what the answer takes from its sources. */
final class OtherLanguage {
    /** Names of people and places look like other languages; under so many words nothing is said of an answer's language. */
    private static final int ENOUGH_TO_TELL = 6;
    /** Two languages in one script are told apart by function words alone, so more of them are asked for. */
    private static final int ENOUGH_IN_ONE_SCRIPT = 12;
    /** Of an answer's own words, those that no source has, fewer will do. */
    private static final int ENOUGH_OF_ITS_OWN = 4;
    /** A question about words of another language is answered in it. */
    private static final Pattern OF_LANGUAGES = Pattern.compile(
            "(?i)英文|英语|英語|中文|汉语|漢語|日文|日语|法语|德语|外文|原名|全称|全稱|\\b(?:english|chinese|german|french|spanish|latin|translate|translation)\\b");

    private OtherLanguage() {}

    /** @param sources what the answer may quote; none where nothing is known of it */
    static boolean is(String instruction, String answer, Collection<String> sources) {
        if (OF_LANGUAGES.matcher(instruction).find()) {
            return false;
        }
        String asked = Languages.of(instruction);
        return !asked.equals(Languages.UNKNOWN)
                && (asWhole(asked, instruction, answer)
                        || (!sources.isEmpty() && inItsOwnWords(asked, answer, sources)));
    }

    private static boolean asWhole(String asked, String instruction, String answer) {
        String answered = Languages.of(answer);
        if (answered.equals(Languages.UNKNOWN) || asked.equals(answered)) {
            return false;
        }
        String prose = Languages.withoutCode(answer);
        if (asked.equals("zh")) {
            return !Han.any(prose) && Words.count(prose) >= ENOUGH_TO_TELL && !isNames(prose);
        }
        // "MIT OpenCourseWare 指什么" is a Chinese question, though most of its words are names.
        boolean mixed = answered.equals("zh") && Han.any(Languages.withoutCode(instruction));
        return !mixed && Words.count(prose) >= (answered.equals("zh") ? ENOUGH_TO_TELL : ENOUGH_IN_ONE_SCRIPT);
    }

    /** "The answer is 太平洋" is English: what the sources hold is left out, and names with it. */
    private static boolean inItsOwnWords(String asked, String answer, Collection<String> sources) {
        String own = own(answer, sources);
        String answered = Languages.of(own);
        int words = Words.count(own);
        boolean other = !answered.equals(Languages.UNKNOWN) && !answered.equals(asked) && words >= ENOUGH_OF_ITS_OWN;
        // A few capitals between Chinese words are names; a clause has small words.
        return other && (!answered.equals("en") || (!Han.any(own) && !isNames(own)));
    }

    private static String own(String answer, Collection<String> sources) {
        Set<String> known = new HashSet<>();
        String all = String.join("\n", sources);
        known.addAll(List.of(all.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}'’]+", -1)));
        StringBuilder own = new StringBuilder();
        for (String word :
                Languages.withoutCode(answer).split("(?<=[^\\p{L}\\p{M}\\p{N}'’])|(?=[^\\p{L}\\p{M}\\p{N}'’])", -1)) {
            if (Han.any(word)) {
                appendFresh(word, all, own);
            } else if (!known.contains(word.toLowerCase(Locale.ROOT))) {
                own.append(word);
            } else {
                own.append(' ');
            }
        }
        return own.toString().strip();
    }

    private static void appendFresh(String word, String all, StringBuilder own) {
        for (int i = 0; i < word.length(); i++) {
            boolean before = i > 0 && all.contains(word.substring(i - 1, i + 1));
            boolean after = i + 1 < word.length() && all.contains(word.substring(i, i + 2));
            own.append(before || after ? ' ' : word.charAt(i));
        }
    }

    /** Is every word a name: a capital, a digit or a mark of code in it? */
    private static boolean isNames(String prose) {
        return Stream.of(prose.split("[\\s,;/、，；]+", -1))
                .filter(word -> !word.isBlank())
                .allMatch(word -> !word.equals(word.toLowerCase(Locale.ROOT)) || word.matches(".*[\\d_.:()<>\\-].*"));
    }
}
