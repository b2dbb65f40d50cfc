package dev.lectern.prompt;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes text from outside into a prompt, verbatim, between fences that it can't close: a fence is longer than any run of tildes within.
 */
public final class Fenced {
    private static final int SHORTEST_FENCE = 5;
    private static final int LONGEST_HEADINGS = 200;
    private static final Pattern TILDES = Pattern.compile("~+");

    private Fenced() {}

    /** A passage to show: the headings that it stands under, and its words. */
    public record Shown(List<String> headings, String text) {
        public Shown {
            headings = List.copyOf(headings);
        }
    }

    /** The text between two fences. */
    public static String text(String text) {
        int longest = TILDES.matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        String fence = "~".repeat(Math.max(SHORTEST_FENCE, longest + 1));
        return fence + "\n" + text + "\n" + fence;
    }

    /** The passages, numbered from 1 in the given order. Headings stay on one line of limited length. */
    public static String passages(List<Shown> passages, String language) {
        boolean chinese = language.startsWith("zh");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < passages.size(); i++) {
            Shown passage = passages.get(i);
            out.append(i == 0 ? "" : "\n\n")
                    .append(chinese ? "材料 " : "Passage ")
                    .append(i + 1);
            String headings = oneLine(String.join(" > ", passage.headings()));
            if (!headings.isEmpty()) {
                out.append(chinese ? "（所在章节：" : " (section: ").append(headings).append(chinese ? "）" : ")");
            }
            out.append('\n').append(text(passage.text()));
        }
        return out.toString();
    }

    private static String oneLine(String headings) {
        String line = headings.replaceAll("\\s+", " ").replace('~', '-').strip();
        return line.length() <= LONGEST_HEADINGS
                ? line
                : line.substring(0, LONGEST_HEADINGS).strip();
    }
}
