package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses headings, lists and paragraphs from the lines of a plain text. A guess that fails leaves a paragraph. */
final class TextBlocks {
    private static final Pattern BULLET =
            Pattern.compile("^(\\s*)(?:[-*•·▪◦–]|\\((?:\\d{1,2}|[a-z])\\)|（\\d{1,2}）)\\s+(\\S.*)$");
    private static final Pattern NUMBERED = Pattern.compile("^(\\s*)(\\d{1,3})(?:[.)]\\s+|、\\s*)(\\S.*)$");
    private static final Pattern RULE = Pattern.compile("^\\s*([=\\-_*~#+]{3,}|(?:[*-] ){2,}[*-])\\s*$");
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "^\\s*(?:[-–—]\\s*)?(?:[Pp]age\\s+)?(\\d{1,4})(?:\\s*(?:of|/)\\s*\\d{1,4})?(?:\\s*[-–—])?\\s*$");
    /** Lines are taken for wrapped ones if they end within this part of the widest. */
    private static final double FULL = 0.72;

    /** Nobody wraps prose narrower than this many columns; such lines are verse or lists. */
    private static final int NARROW = 56;

    private final DocumentBuilder document;
    private final int width;
    /** Whether indentation is this text's habit and means nothing. */
    private final boolean indented;

    private TextBlocks(DocumentBuilder document, List<String> lines) {
        this.document = document;
        int[] widths = lines.stream()
                .filter(l -> !l.isBlank())
                .mapToInt(TextBlocks::width)
                .sorted()
                .toArray();
        indented = lines.stream().filter(l -> l.startsWith("  ")).count() * 2 > widths.length;
        width = widths.length == 0 ? 80 : widths[(int) (widths.length * 0.95)];
    }

    /** A whole text file, headings and all. */
    static void page(String text, DocumentBuilder document) {
        List<String> lines = PageNumbers.without(text.lines().toList(), PAGE_NUMBER);
        new TextBlocks(document, lines).groups(FlatText.unfold(lines), true);
    }

    /** Lines set as typed inside another document: paragraphs and lists, no headings. */
    static void lines(String text, DocumentBuilder document) {
        List<String> lines = text.lines().toList();
        new TextBlocks(document, lines).groups(lines, false);
    }

    private void groups(List<String> lines, boolean headings) {
        List<List<String>> groups = new ArrayList<>();
        List<String> group = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank()) {
                if (!group.isEmpty()) {
                    groups.add(group);
                    group = new ArrayList<>();
                }
            } else {
                group.add(line);
            }
        }
        groups.add(group);
        groups.removeIf(List::isEmpty);
        for (int i = 0; i < groups.size(); i++) {
            Optional<Integer> level = headings
                    ? TextHeadings.level(groups.get(i), i + 1 < groups.size() ? groups.get(i + 1) : List.of(), i == 0)
                    : Optional.empty();
            if (level.isPresent()) {
                document.heading(level.get(), TextHeadings.words(groups.get(i)), List.of());
                List<String> rest = TextHeadings.rest(groups.get(i));
                if (!rest.isEmpty()) {
                    group(rest);
                }
            } else {
                group(groups.get(i));
            }
        }
    }

    private void group(List<String> lines) {
        List<String> open = new ArrayList<>();
        Optional<Matcher> item = Optional.empty();
        for (String line : lines) {
            if (RULE.matcher(line).matches()) {
                continue;
            }
            Optional<Matcher> marker = marker(line);
            boolean lone = !isList(lines) && line.strip().matches("[(（].*");
            boolean begins = marker.isPresent() && !lone && (open.isEmpty() || item.isPresent() || isList(lines));
            if (begins) {
                put(item, open);
                open.clear();
                item = marker;
                Matcher m = marker.orElseThrow();
                open.add(m.group(m.groupCount()));
            } else {
                open.add(line);
            }
        }
        put(item, open);
    }

    private static boolean isList(List<String> lines) {
        return lines.stream().filter(l -> marker(l).isPresent()).count() >= 2;
    }

    private static Optional<Matcher> marker(String line) {
        Matcher bullet = BULLET.matcher(line);
        if (bullet.matches()) {
            return Optional.of(bullet);
        }
        Matcher numbered = NUMBERED.matcher(line);
        return numbered.matches() ? Optional.of(numbered) : Optional.empty();
    }

    private void put(Optional<Matcher> item, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        String words = join(lines);
        if (item.isEmpty()) {
            document.paragraph(words, List.of());
            return;
        }
        Matcher m = item.get();
        Optional<Integer> number = m.groupCount() == 3 ? Optional.of(Integer.parseInt(m.group(2))) : Optional.empty();
        int depth = Math.min(5, m.group(1).replace("\t", "    ").length() / 2);
        document.item(depth, number, words, List.of());
    }

    /** Wrapped lines become one; lines that end early, as verse and addresses do, stay apart. */
    private String join(List<String> lines) {
        InlineText text = new InlineText();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (i > 0) {
                if (endsEarly(lines.get(i - 1), line)) {
                    text.lineBreak();
                } else {
                    text.softBreak();
                }
            }
            text.words(line.strip());
        }
        return text.text();
    }

    private boolean endsEarly(String line, String next) {
        String first = next.strip().split("\\s", 2)[0];
        boolean verse = next.startsWith("  ") && line.startsWith("  ") && !indented;
        if (verse || width < NARROW) {
            return true;
        }
        int would = width(line.stripTrailing()) + 1 + width(first);
        return would <= width * FULL || (would <= width - 1 && next.startsWith("  ") && !line.startsWith("  "));
    }

    private static int width(String line) {
        return line.chars().map(c -> c >= 0x2e80 ? 2 : 1).sum();
    }
}
