package dev.lectern.stage.extract.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a heading says once its ornaments are gone, and whether it says anything of its own. */
public final class Headings {
    private static final Set<String> GENERIC = Stream.of("generic-headings.txt", "zh/generic-headings.txt")
            .flatMap(file -> Lexicon.lines(file).stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern ANCHOR = Pattern.compile("\\s*\\{#[^}]*\\}|\\s*\\[\\]\\([^)]*\\)");
    private static final Pattern BADGE =
            Pattern.compile("<[^>]+>(?=[^`]*(?:`[^`]*`[^`]*)*$)|\\s*\\^\\(.*?\\)|\\s*\\*\\*$");
    private static final Pattern NUMBER =
            Pattern.compile("^(?:(?:Chapter|Section|Appendix|Part)\\s+)?(?:\\d+(?:\\.\\d+)*|[A-Z]|[IVX]+)[.:)]\\s+");
    private static final Pattern NUMBER_ZH =
            Pattern.compile("^(?:第?[一二三四五六七八九十百\\d]+[章节節部、.．]|（[一二三四五六七八九十\\d]+）)\\s*");
    private static final Pattern BARE_NUMBER = Pattern.compile("^\\d+(?:\\.\\d+)+\\s+|^\\d+\\s+(?=\\p{L})");
    private static final Pattern LANGUAGE = Pattern.compile("\\s+\\((?:C\\+\\+|C|Windows|COM|CRT|STL)\\)$");

    private Headings() {}

    /** Without numbering, anchors, badges and a closing "(C++)" or colon. */
    public static String clean(String heading) {
        String h = ANCHOR.matcher(heading).replaceAll("");
        h = BADGE.matcher(h).replaceAll("");
        h = NUMBER.matcher(h.strip()).replaceFirst("");
        h = NUMBER_ZH.matcher(h).replaceFirst("");
        h = BARE_NUMBER.matcher(h).replaceFirst("");
        h = LANGUAGE.matcher(h).replaceFirst("");
        h = h.strip()
                .replaceFirst(
                        "^(?:Class|Event|Example|Interface|Module|Method|Function|Type|Note|Step \\d+|Tip): ", "");
        return h.strip().replaceAll("[:：.。]+$", "").replaceAll("\\s+", " ");
    }

    /** Headings that any document may have and that name nothing: Overview, Remarks, 示例. */
    public static boolean generic(String cleaned) {
        String h = cleaned.toLowerCase(Locale.ROOT);
        return h.length() < 2 || GENERIC.contains(h) || h.chars().noneMatch(Character::isLetter);
    }
}
