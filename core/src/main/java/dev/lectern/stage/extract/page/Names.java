package dev.lectern.stage.extract.page;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Document;
import java.util.HashMap;
import java.util.HashSet;
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

    private static final Pattern SMALL = Pattern.compile("(?<![\\p{Alnum}`_])\\p{Lower}[\\p{Alnum}]*");
    private static final Pattern DEFINED = Pattern.compile(
            "\\b(?:let(?: mut)?|const|var|static|struct|enum|trait|impl|fn|class|def|function|mod|type|int|auto|double|float|char|bool|union|namespace|using|interface|record|void)\\s+([A-Za-z_]\\w*)|\\b([A-Za-z_]\\w*)\\s*(?:=[^=]|:=)");
    private static final Pattern LONGER = Pattern.compile("(?<=[a-z,;] )(\\p{Lu}\\p{Alnum}*)(?= \\p{Lu}[\\p{Lower}])");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|~~~~.*?~~~~|`[^`\n]*`");

    /** So often a capital in mid-sentence makes a name, whatever else is written in small letters (Cargo and cargo). */
    private static final int OFTEN = 8;

    private Names() {}

    /** Running text: paragraphs and list items. */
    static String prose(Document document) {
        return document.blocks().stream()
                .filter(b -> b instanceof Block.Paragraph || b instanceof Block.Item)
                .map(b -> b.span().of(document.text()))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Names that stand in mid-sentence outside code, with how often beyond the same word in small letters: "Macros" once in a
     * list of names is no name where the page says "macros" as a rule.
     */
    static Map<String, Integer> inMidSentence(String prose) {
        String plain = CODE.matcher(prose).replaceAll("`");
        Map<String, Integer> counts = new TreeMap<>();
        Matcher name = IN_MIDDLE.matcher(plain);
        while (name.find()) {
            if (name.group(1).length() > 1) {
                counts.merge(name.group(1), 1, Integer::sum);
            }
        }
        Map<String, Integer> small = new HashMap<>();
        Matcher word = SMALL.matcher(plain);
        while (word.find()) {
            small.merge(word.group(), 1, Integer::sum);
        }
        counts.replaceAll((n, count) ->
                beyond(count, small.getOrDefault(Character.toLowerCase(n.charAt(0)) + n.substring(1), 0)));
        counts.values().removeIf(count -> count <= 0);
        return counts;
    }

    /** A word that is mostly small is no name; one that is both, and often, is (Cargo and the command cargo). */
    private static int beyond(int capital, int small) {
        return capital >= OFTEN && capital * 2 >= small ? Math.max(1, capital - small) : capital - small;
    }

    /** Names that stand alone, not as the first word of a longer one ("United States"), with how often. */
    static Map<String, Integer> alone(Document document) {
        String prose = prose(document);
        Map<String, Integer> names = new TreeMap<>(inMidSentence(prose));
        Matcher longer = LONGER.matcher(prose);
        while (longer.find()) {
            names.merge(longer.group(1), -1, Integer::sum);
        }
        names.values().removeIf(count -> count <= 0);
        return names;
    }

    /** Whether the text mostly says "the Army" or "a Soldier": "in Army" names nothing. */
    static boolean withArticle(Document document, String name) {
        String prose = prose(document);
        String bare = "(?<![\\p{Alnum}])" + Pattern.quote(name) + "(?![\\p{Alnum}])";
        long all =
                Pattern.compile("(?<=\\p{Ll} )" + bare).matcher(prose).results().count();
        long with = Pattern.compile("\\b(?:[Tt]he|[Aa]n?) (?:U\\.S\\. )?" + bare + "(?! \\p{Lu})")
                .matcher(prose)
                .results()
                .count();
        return with * 4 > all;
    }

    /** How often a word stands in running text in small letters: some products are written so (npm, pandas). */
    static int inSmallLetters(Document document, String word) {
        return (int) Pattern.compile("(?<![\\p{Alnum}`_/.-])" + Pattern.quote(word) + "(?![\\p{Alnum}`_/-])")
                .matcher(prose(document))
                .results()
                .count();
    }

    /** Variables, functions and types that the document's code blocks define. */
    static Set<String> definedInCode(Document document) {
        Set<String> ids = new HashSet<>();
        for (Block block : document.blocks()) {
            if (block instanceof Block.Code code) {
                Matcher m = DEFINED.matcher(code.content().of(document.text()));
                while (m.find()) {
                    ids.add(m.group(1) == null ? m.group(2) : m.group(1));
                }
            }
        }
        return Set.copyOf(ids);
    }
}
