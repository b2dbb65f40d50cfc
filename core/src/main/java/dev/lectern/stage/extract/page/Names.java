package dev.lectern.stage.extract.page;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Document;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Capitalised names in running text. */
public final class Names {
    /** After a small letter, a comma or a Han character: a capital here is not the beginning of a sentence. */
    private static final Pattern IN_MIDDLE = Pattern.compile(
            "(?<=[a-z,;] |[\\p{IsHan}，、] ?)(\\p{Lu}[\\p{Alnum}]*(?:\\+\\+|#|\\.js)?)(?![\\p{Alnum}`_:(<])");

    private static final Set<String> NO_NAMES = Set.copyOf(Lexicon.lines("capitalised-words.txt"));
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|~~~~.*?~~~~|`[^`\n]*`");

    private Names() {}

    /** Names that stand in mid-sentence of paragraphs and list items outside code, with how often. */
    public static Map<String, Integer> inMidSentence(Document document) {
        String prose = document.blocks().stream()
                .filter(b -> b instanceof Block.Paragraph || b instanceof Block.Item)
                .map(b -> b.span().of(document.text()))
                .collect(Collectors.joining("\n"));
        return inMidSentence(prose);
    }

    private static Map<String, Integer> inMidSentence(String prose) {
        Map<String, Integer> counts = new TreeMap<>();
        Matcher name = IN_MIDDLE.matcher(CODE.matcher(prose).replaceAll("`"));
        while (name.find()) {
            if (name.group(1).length() > 1 && !NO_NAMES.contains(name.group(1))) {
                counts.merge(name.group(1), 1, Integer::sum);
            }
        }
        // "Macros" once in a list of names is no name where the page says "macros" as a rule.
        counts.replaceAll((word, count) -> count - lowerCase(prose, word));
        counts.values().removeIf(count -> count <= 0);
        return counts;
    }

    private static int lowerCase(String prose, String name) {
        String lower = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return (int) Pattern.compile("(?<![\\p{Alnum}`_])" + Pattern.quote(lower) + "(?![\\p{Alnum}`_])")
                .matcher(prose)
                .results()
                .count();
    }
}
