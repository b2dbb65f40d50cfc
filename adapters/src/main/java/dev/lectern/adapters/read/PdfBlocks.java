package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins printed lines into paragraphs, lists, code and headings, across columns and pages. */
final class PdfBlocks {
    private static final Pattern BULLET =
            Pattern.compile("^([•▪◦‣●■○·∙–—*-]|\\(?[a-z]\\)|\\(?(\\d{1,2})[.)])\\s+(\\S.*)$");

    private static final Pattern CAPTION = Pattern.compile("(?:Fig(?:ure)?\\.?|Table|Abb\\.|图|圖|表) ?\\d");

    private final DocumentBuilder document;
    private final PdfWords words;
    private final PdfHeadings headings;
    private final double leading;
    private final List<PdfLine> open = new ArrayList<>();
    private Optional<PdfLine> largest = Optional.empty();
    private Optional<String> title = Optional.empty();
    private Optional<Matcher> item = Optional.empty();

    PdfBlocks(DocumentBuilder document, List<List<PdfLine>> pages) {
        this.document = document;
        words = new PdfWords(pages);
        headings = new PdfHeadings(pages);
        leading = leading(pages);
    }

    /** The page's lines; a paragraph that goes on at the end stays open for the next page. */
    void page(List<PdfLine> lines) {
        boolean begun = false;
        Column column = Column.of(lines);
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            if (!open.isEmpty() && !continues(open.getLast(), line, column)) {
                close();
            }
            if (!begun && (open.isEmpty() || open.getLast().page() == line.page())) {
                document.page();
                begun = true;
            }
            if (open.isEmpty()) {
                item = Optional.of(BULLET.matcher(line.text())).filter(m -> !line.mono() && m.matches());
            }
            open.add(line);
        }
        if (!begun) {
            if (!open.isEmpty() && lines.isEmpty()) {
                close();
            }
            document.page();
        }
    }

    void end() {
        close();
    }

    /** The largest heading of the first page. */
    Optional<String> title() {
        return title;
    }

    /** Left and right edge of most of a page's lines. */
    private record Column(double left, double right) {
        static Column of(List<PdfLine> lines) {
            double[] lefts = lines.stream().mapToDouble(PdfLine::left).sorted().toArray();
            double[] rights =
                    lines.stream().mapToDouble(PdfLine::right).sorted().toArray();
            return lines.isEmpty()
                    ? new Column(0, 600)
                    : new Column(lefts[lefts.length / 5], rights[(int) (rights.length * 0.8)]);
        }
    }

    private boolean continues(PdfLine before, PdfLine line, Column column) {
        boolean heading = headings.level(open).isPresent();
        boolean lineHeads = headings.level(List.of(line)).isPresent();
        double down = line.baseline() - before.baseline();
        boolean near = down > 0 && down < Math.max(leading, before.size() * 1.2) * 1.4;
        if (before.bold() && near && line.isLike(before) && !headings.isLarge(line) && !headings.isNumbered(line)) {
            return true;
        }
        if (heading || lineHeads) {
            return heading
                    && lineHeads
                    && near
                    && line.isLike(before)
                    && !headings.isNumbered(line)
                    && line.page() == before.page();
        }
        if (before.mono() != line.mono()) {
            return false;
        }
        if (line.mono()) {
            return down > -1 && down < Math.max(leading, before.size() * 1.2) * 2.6;
        }
        if (Math.abs(before.size() - line.size()) >= 0.9
                || (BULLET.matcher(line.text()).matches() && !isMidSentence(before, line))) {
            return false;
        }
        if (line.page() != before.page() || down < -leading) {
            return isMidSentence(before, line);
        }
        if (Math.abs(down) <= 2) {
            return true;
        }
        if (!near) {
            return false;
        }
        return !beginsParagraph(before, line, column);
    }

    /** Neither ended nor begun: the sentence runs on. */
    private boolean isMidSentence(PdfLine before, PdfLine line) {
        char first = line.text().charAt(0);
        boolean open = !before.endsSentence();
        return open
                && (Character.isLowerCase(first)
                        || before.text().endsWith("-")
                        || (!Character.isUpperCase(first) && Character.isLetter(first))
                        || before.text()
                                .matches(".*(?:,|\\b(?:the|of|and|a|an|in|to|for|with|is|are|that|by|as|or))$"));
    }

    private boolean beginsParagraph(PdfLine before, PdfLine line, Column column) {
        double em = Math.max(6, line.size());
        boolean indented =
                line.left() > column.left + em * 0.8 && line.left() > before.left() + em * 0.7 && item.isEmpty();
        double width = column.right - column.left;
        boolean endsShort = before.right() < column.right - width * 0.18 && before.right() < line.right() - em * 2;
        boolean ended = before.endsSentence();
        boolean outdented = item.isPresent() && line.left() < before.left() - em * 0.6 && open.size() > 1;
        return (indented && (ended || open.size() > 1)) || (endsShort && ended) || outdented;
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        Optional<Integer> level = headings.level(open);
        PdfLine first = open.getFirst();
        if (level.isPresent()) {
            String heading = words.join(open);
            document.heading(level.get(), heading, List.of());
            if (first.page() == 1
                    && largest.filter(l -> l.size() >= first.size()).isEmpty()) {
                largest = Optional.of(first);
                title = Optional.of(heading);
            }
        } else if (first.mono() && isCode(open)) {
            document.code("", code(open));
        } else if (item.isPresent()) {
            Matcher m = item.get();
            List<PdfLine> rest = new ArrayList<>(open);
            rest.set(0, open.getFirst().withText(m.group(3)));
            Optional<Integer> number = Optional.ofNullable(m.group(2)).map(Integer::parseInt);
            String marker = number.isEmpty() && m.group(1).matches("\\(?[a-z]\\)") ? m.group(1) + " " : "";
            document.item(0, number, marker + words.join(rest), List.of());
        } else {
            String text = words.join(open);
            document.within(isOfFigure(text) ? "figure" : "");
            document.paragraph(text, List.of());
            document.within("");
        }
        open.clear();
        item = Optional.empty();
    }

    /** Captions, and the scraps of words that label a drawing. */
    private static boolean isOfFigure(String text) {
        boolean caption = text.length() < 400 && CAPTION.matcher(text).lookingAt();
        boolean scrap = text.length() <= 12
                && text.matches(".*[^.!?:。！？：]$")
                && text.chars().noneMatch(c -> c >= 0x2e80);
        return caption || scrap;
    }

    /** Whole paragraphs in typewriter letters are prose all the same. */
    private static boolean isCode(List<PdfLine> lines) {
        String all = code(lines);
        return CodeLook.looksLikeCode(all) || lines.size() < 3 || all.length() / lines.size() < 40;
    }

    private static String code(List<PdfLine> lines) {
        double left = lines.stream().mapToDouble(PdfLine::left).min().orElse(0);
        double letter = Math.max(2, lines.getFirst().letterWidth());
        StringBuilder code = new StringBuilder();
        for (PdfLine line : lines) {
            code.append(" ".repeat((int) Math.round((line.left() - left) / letter)))
                    .append(line.text())
                    .append('\n');
        }
        return code.toString();
    }

    private static double leading(List<List<PdfLine>> pages) {
        Map<Long, Integer> steps = new HashMap<>();
        for (List<PdfLine> page : pages) {
            for (int i = 1; i < page.size(); i++) {
                double down = page.get(i).baseline() - page.get(i - 1).baseline();
                if (down > 4 && down < 60) {
                    steps.merge(Math.round(down * 2), page.get(i).text().length(), Integer::sum);
                }
            }
        }
        return steps.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getKey() / 2.0)
                .orElse(14.0);
    }
}
