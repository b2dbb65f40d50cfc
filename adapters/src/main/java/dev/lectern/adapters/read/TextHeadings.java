package dev.lectern.adapters.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which groups of lines of a plain text are headings, and of what level. */
final class TextHeadings {
    private static final int LONGEST = 80;
    private static final Pattern UNDERLINE = Pattern.compile("^\\s*(=+|-+|~+|\\^+)\\s*$");
    private static final Pattern HASHES = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*$");
    private static final Pattern NUMBER = Pattern.compile("^\\s*(\\d{1,2}(?:\\.\\d{1,2}){0,4})\\.?\\s+\\p{L}.*$");
    private static final Pattern CHINESE = Pattern.compile(
            "^\\s*(?:第[一二三四五六七八九十百零\\d]{1,5}([章节節条條部篇卷])|([一二三四五六七八九十]{1,3})、|（([一二三四五六七八九十]{1,3})）).*$");
    private static final Pattern PART = Pattern.compile(
            "^\\s*(?:chapter|part|section|appendix|book|article)\\s+[\\divxlc]+\\b.*$", Pattern.CASE_INSENSITIVE);

    private TextHeadings() {}

    /** The level of the heading that the group is, or begins with. */
    static Optional<Integer> level(List<String> group, List<String> next, boolean first) {
        String line = group.getFirst().strip();
        Matcher hashes = HASHES.matcher(line);
        if (hashes.matches() && group.size() == 1) {
            return Optional.of(hashes.group(1).length());
        }
        if (group.size() >= 2 && isUnderline(line, group.get(1))) {
            return Optional.of(group.get(1).strip().startsWith("=") ? 1 : 2);
        }
        if (group.size() > 1 || line.length() > LONGEST || next.isEmpty()) {
            return Optional.empty();
        }
        if (first) {
            return line.length() <= 60 && !endsSentence(line) ? Optional.of(1) : Optional.empty();
        }
        Matcher chinese = CHINESE.matcher(line);
        if (chinese.matches() && line.length() <= 30 && !endsSentence(line)) {
            return Optional.of(chinese.group(3) != null ? 3 : 2);
        }
        if (endsSentence(line) && !line.endsWith("?") && !line.endsWith("？")) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(line);
        if (number.matches()) {
            boolean isItem = next.size() == 1
                    && NUMBER.matcher(next.getFirst()).matches()
                    && next.getFirst().length() <= LONGEST;
            int depth = (int) number.group(1).chars().filter(c -> c == '.').count();
            return isItem && depth == 0 ? Optional.empty() : Optional.of(2 + depth);
        }
        return PART.matcher(line).matches() || isCapitals(line) ? Optional.of(2) : Optional.empty();
    }

    /** The heading's words, without hashes and underline. */
    static String words(List<String> group) {
        String line = group.getFirst().strip();
        Matcher hashes = HASHES.matcher(line);
        return hashes.matches() ? hashes.group(2) : line;
    }

    /** What stands in the group below the heading. */
    static List<String> rest(List<String> group) {
        boolean underlined =
                group.size() >= 2 && UNDERLINE.matcher(group.get(1)).matches();
        return group.subList(underlined ? 2 : 1, group.size());
    }

    private static boolean isUnderline(String line, String below) {
        return UNDERLINE.matcher(below).matches()
                && below.strip().length() >= 3
                && below.strip().length() >= line.length() / 2
                && line.chars().anyMatch(Character::isLetter);
    }

    private static boolean endsSentence(String line) {
        return ".,;:!?。，；：！？、…”\"".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private static boolean isCapitals(String line) {
        long letters = line.chars().filter(Character::isLetter).count();
        long capitals = line.chars().filter(Character::isUpperCase).count();
        return letters >= 4 && capitals == letters && Character.isLetterOrDigit(line.charAt(0));
    }
}
