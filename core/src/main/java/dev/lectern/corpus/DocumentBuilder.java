package dev.lectern.corpus;

import dev.lectern.text.CleanText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lays out a document's text the one way that all formats share and notes where each block stands. Text given is
 * normalised to NFC; a block that is blank adds nothing.
 */
public final class DocumentBuilder {
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final SortedMap<String, String> details = new TreeMap<>();
    private Optional<String> licence = Optional.empty();
    private String within = "";
    private int pageStart = -1;

    /** Emphasis inside one block's words, counted from the block's first unit. Only kept where NFC changes nothing. */
    public record Inline(int start, int end, Mark.Kind kind) {}

    /** The container that the next blocks stand in; "" for the page itself. */
    public DocumentBuilder within(String container) {
        within = container;
        return this;
    }

    public DocumentBuilder detail(String name, String value) {
        details.put(name, value);
        return this;
    }

    public DocumentBuilder licence(String name) {
        licence = Optional.of(name);
        return this;
    }

    /** Ends the page before and begins the next; pages are numbered from 1 in the order of these calls. */
    public DocumentBuilder page() {
        endPage();
        pageStart = text.length();
        return this;
    }

    public DocumentBuilder heading(int level, String words, List<Inline> inlines) {
        String clean = clean(words).replace('\n', ' ').strip();
        if (!clean.isEmpty()) {
            int start = begin(2);
            append(clean, words, inlines);
            blocks.add(new Block.Heading(start, text.length(), within, Math.max(1, level)));
        }
        return this;
    }

    public DocumentBuilder paragraph(String words, List<Inline> inlines) {
        String clean = clean(words);
        if (!clean.isBlank()) {
            int start = begin(2);
            append(clean, words, inlines);
            blocks.add(new Block.Paragraph(start, text.length(), within));
        }
        return this;
    }

    /**
     * One list item.
     *
     * @param depth 0 for the outermost list
     * @param number the item's number in an ordered list, or empty for a bullet
     */
    public DocumentBuilder item(int depth, Optional<Integer> number, String words, List<Inline> inlines) {
        String clean = clean(words);
        if (!clean.isBlank()) {
            boolean follows = !blocks.isEmpty()
                    && blocks.getLast() instanceof Block.Item before
                    && (before.depth() != depth || before.ordered() == number.isPresent());
            begin(follows ? 1 : 2);
            int start = text.length();
            text.append("  ".repeat(depth)).append(number.map(n -> n + ". ").orElse("- "));
            int content = text.length();
            append(clean, words, inlines);
            blocks.add(new Block.Item(
                    start, text.length(), within, depth, number.isPresent(), new Span(content, text.length())));
        }
        return this;
    }

    /** Fenced code; the code's own lines stay as they are. */
    public DocumentBuilder code(String language, String code) {
        String clean = clean(code).stripTrailing();
        if (!clean.isBlank()) {
            int start = begin(2);
            String fence = clean.contains("```") ? "~~~~" : "```";
            text.append(fence).append(language).append('\n');
            int content = text.length();
            text.append(clean);
            Span span = new Span(content, text.length());
            text.append('\n').append(fence);
            blocks.add(new Block.Code(start, text.length(), within, language.toLowerCase(Locale.ROOT), span));
        }
        return this;
    }

    /** A displayed formula, its delimiters included. */
    public DocumentBuilder formula(String formula) {
        String clean = clean(formula).strip();
        if (!clean.isEmpty()) {
            int start = begin(2);
            text.append(clean);
            blocks.add(new Block.Formula(start, text.length(), within));
        }
        return this;
    }

    /** A table as pipe rows; short rows are filled with empty cells, line breaks in cells become spaces. */
    public DocumentBuilder table(boolean headed, List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean blank = rows.stream().allMatch(row -> row.stream().allMatch(String::isBlank));
        if (columns == 0 || blank) {
            return this;
        }
        int start = begin(2);
        List<List<Span>> spans = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            if (r > 0) {
                text.append('\n');
            }
            spans.add(row(rows.get(r), columns));
            if (r == 0 && headed) {
                text.append('\n').append("|").append(" --- |".repeat(columns));
            }
        }
        blocks.add(new Block.Table(start, text.length(), within, headed, spans));
        return this;
    }

    private List<Span> row(List<String> cells, int columns) {
        List<Span> spans = new ArrayList<>();
        text.append('|');
        for (int c = 0; c < columns; c++) {
            String cell = c < cells.size()
                    ? clean(cells.get(c)).replaceAll("\\s+", " ").strip()
                    : "";
            text.append(' ');
            int start = text.length();
            text.append(cell.replace("|", "\\|"));
            spans.add(new Span(start, text.length()));
            text.append(" |");
        }
        return spans;
    }

    /** @param fallbackTitle the title where no heading of level 1 gives one */
    public Document build(String uri, String fallbackTitle, String language) {
        endPage();
        String title = blocks.stream()
                .filter(b -> b instanceof Block.Heading h && h.level() == 1)
                .map(b -> b.span().of(text.toString()))
                .findFirst()
                .orElse(fallbackTitle);
        return new Document(
                Document.idOf(uri),
                uri,
                details.getOrDefault("title", title),
                language,
                text.toString(),
                licence,
                blocks,
                marks,
                pages,
                details);
    }

    /** The text so far, for readers that look back. */
    public CharSequence text() {
        return text;
    }

    private void endPage() {
        if (pageStart >= 0) {
            pages.add(new Page(pages.size() + 1, Math.min(pageStart, text.length()), text.length()));
        }
        pageStart = -1;
    }

    private int begin(int lines) {
        if (!text.isEmpty()) {
            text.append("\n".repeat(lines));
        }
        return text.length();
    }

    private void append(String clean, String words, List<Inline> inlines) {
        int start = text.length();
        text.append(clean);
        if (clean.equals(words)) {
            for (Inline inline : inlines) {
                marks.add(new Mark(start + inline.start(), start + inline.end(), inline.kind()));
            }
        }
    }

    private static String clean(String words) {
        return Normalizer.normalize(CleanText.of(words), Normalizer.Form.NFC);
    }
}
