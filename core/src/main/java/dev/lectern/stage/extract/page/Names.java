package dev.lectern.stage.extract.page;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Capitalised names in running text. */
public final class Names {
    /** After a small letter, a comma or a Han character: a capital here is not the beginning of a sentence. */
    private static final Pattern IN_MIDDLE = Pattern.compile(
            "(?<=[a-z,;] |[\\p{IsHan}，、] ?)(\\p{Lu}[\\p{Alnum}]*(?:\\+\\+|#|\\.js)?)(?![\\p{Alnum}`_:(<])");

    private static final Set<String> NO_NAMES = Set.copyOf(Lexicon.lines("capitalised-words.txt"));
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|~~~~.*?~~~~|`[^`\n]*`");

    private Names() {}

    /** Names that stand in mid-sentence outside code, with how often. */
    public static Map<String, Integer> inMidSentence(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        Matcher name = IN_MIDDLE.matcher(CODE.matcher(text).replaceAll("`"));
        while (name.find()) {
            if (name.group(1).length() > 1 && !NO_NAMES.contains(name.group(1))) {
                counts.merge(name.group(1), 1, Integer::sum);
            }
        }
        return counts;
    }
}
