package dev.lectern.adapters.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that some converter poured into a few enormous lines: page heads are taken out of the sentences they stand in, and
 * numbered paragraphs, bullets and the headings before them get lines of their own again.
 */
final class FlatText {
    /** No person types a line this long. */
    private static final int ENORMOUS = 10_000;

    private static final int RECURS = 10;
    private static final Pattern HEAD = Pattern.compile(
            "(?:(?:Chapter|Appendix) \\w{1,3} )?\\S{1,8} (?:[A-Z]\\S* \\S+ )?\\d{1,2} \\p{L}{3,9} (?:19|20)\\d\\d"
                    + "|\\d{1,2} \\p{L}{3,9} (?:19|20)\\d\\d (?:[A-Z]\\S* \\S+ )?\\S{1,8}");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?<=[.!?:)”] )((?:[A-Z][A-Z’'&,/-]+ ?(?:[A-Z0-9&(][A-Z0-9’'&,/()-]* ){0,9})?)((?:\\+ )?\\d{1,2}-\\d{1,3}\\. )(?=[A-Z“])");
    private static final Pattern BULLETS = Pattern.compile(" [•▪] (?=\\p{L})");
    private static final Pattern LEADERS = Pattern.compile("[. ]*\\.{5,}[. ]*");

    private FlatText() {}

    static List<String> unfold(List<String> lines) {
        if (lines.stream().noneMatch(line -> line.length() > ENORMOUS && line.indexOf(' ') >= 0)) {
            return lines;
        }
        List<String> out = new ArrayList<>();
        for (String line : lines) {
            String bare = LEADERS.matcher(withoutHeads(line)).replaceAll(" … ");
            String marked = NUMBERED.matcher(bare).replaceAll(m -> {
                String heading = m.group(1).strip();
                String number = Matcher.quoteReplacement(m.group(2));
                return "\n\n" + (heading.isEmpty() ? "" : Matcher.quoteReplacement(heading) + "\n\n") + number;
            });
            out.addAll(BULLETS.matcher(marked).replaceAll("\n• ").lines().toList());
            out.add("");
        }
        return out;
    }

    /** Only heads whose like, numbers aside, recurs again and again. */
    private static String withoutHeads(String line) {
        Map<String, Integer> seen = new HashMap<>();
        Matcher count = HEAD.matcher(line);
        while (count.find()) {
            seen.merge(kind(count.group()), 1, Integer::sum);
        }
        return HEAD.matcher(line)
                .replaceAll(
                        m -> seen.getOrDefault(kind(m.group()), 0) >= RECURS ? "" : Matcher.quoteReplacement(m.group()))
                .replaceAll(" {2,}", " ");
    }

    private static String kind(String head) {
        return head.replaceAll("\\b\\d+(?:-\\d+)?\\b|\\b[ivxlc]+\\b", "#")
                .replaceAll("^(?:Chapter|Appendix) \\w+ ", "");
    }
}
