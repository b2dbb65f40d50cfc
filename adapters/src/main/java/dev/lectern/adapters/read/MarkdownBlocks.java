package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/** Walks a parsed Markdown page and lays its blocks out. One page each. */
final class MarkdownBlocks {
    private final DocumentBuilder document;
    private final Containers containers;
    private final MarkdownFences fences;
    private int depth = -1;

    MarkdownBlocks(DocumentBuilder document) {
        this.document = document;
        containers = new Containers(document);
        fences = new MarkdownFences(document, containers);
    }

    void page(Node root) {
        children(root);
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            block(child);
        }
    }

    private void block(Node node) {
        switch (node) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> paragraph(paragraph);
            case BulletList list -> list(list, Optional.empty());
            case OrderedList list -> list(list, Optional.ofNullable(list.getMarkerStartNumber()));
            case FencedCodeBlock fence -> fences.fence(fence.getInfo(), fence.getLiteral());
            case IndentedCodeBlock code -> document.code("", code.getLiteral());
            case BlockQuote quote -> quote(quote);
            case TableBlock table -> table(table);
            case HtmlBlock html -> new MarkdownHtml(document, containers).block(html.getLiteral());
            default -> children(node);
        }
    }

    private void heading(Heading heading) {
        if (heading.getLevel() <= 2 && heading.getParent() instanceof org.commonmark.node.Document) {
            containers.closeForgotten();
        }
        InlineText words = MarkdownInlines.joined(heading);
        String bare = words.text().replaceAll("\\s*\\{[#:.][^}]*\\}\\s*$", "").replaceAll("\\s*\\\\?\\*+$", "");
        document.heading(
                heading.getLevel(),
                bare,
                words.marks().stream().filter(m -> m.end() <= bare.length()).toList());
    }

    private void paragraph(Paragraph paragraph) {
        if (isPicture(paragraph)) {
            int before = containers.open("p", "figure");
            document.paragraph(MarkdownInlines.pictures(paragraph), List.of());
            containers.backTo(before);
            return;
        }
        for (MarkdownInlines.Variant variant : MarkdownInlines.variants(paragraph)) {
            int before = containers.open("span", variant.within());
            document.paragraph(variant.words().text(), variant.words().marks());
            containers.backTo(before);
        }
    }

    /** Nothing but images: their descriptions are no prose. */
    private static boolean isPicture(Paragraph paragraph) {
        boolean seen = false;
        for (Node n = paragraph.getFirstChild(); n != null; n = n.getNext()) {
            boolean image = n instanceof Image || (n instanceof Link && n.getFirstChild() instanceof Image);
            seen |= image;
            boolean gap = n instanceof org.commonmark.node.SoftLineBreak
                    || (n instanceof org.commonmark.node.Text t
                            && t.getLiteral().isBlank());
            if (!image && !gap) {
                return false;
            }
        }
        return seen;
    }

    private void list(Node list, Optional<Integer> first) {
        depth++;
        int number = first.orElse(1);
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                item((ListItem) item, first.isPresent() ? Optional.of(number) : Optional.empty());
                number++;
            }
        }
        depth--;
    }

    private void item(ListItem item, Optional<Integer> number) {
        int before = containers.depth();
        Node child = item.getFirstChild();
        if (child instanceof Paragraph words) {
            for (MarkdownInlines.Variant variant : MarkdownInlines.variants(words)) {
                int outer = containers.open("span", variant.within());
                String text = variant.words().text();
                boolean task = text.startsWith("[ ] ") || text.startsWith("[x] ") || text.startsWith("[X] ");
                document.item(
                        depth,
                        number,
                        task ? text.substring(4) : text,
                        task ? List.of() : variant.words().marks());
                containers.backTo(outer);
            }
            child = child.getNext();
        }
        for (; child != null; child = child.getNext()) {
            block(child);
        }
        containers.backTo(before);
    }

    private void quote(BlockQuote quote) {
        Optional<String> label = Optional.empty();
        if (quote.getFirstChild() instanceof Paragraph first) {
            label = MarkdownInlines.takeLabel(first);
        }
        int before = containers.open("blockquote", label.orElse("quote"));
        children(quote);
        containers.backTo(before);
    }

    private void table(TableBlock table) {
        List<List<String>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row));
                }
            }
        }
        document.table(true, rows);
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(MarkdownInlines.joined(cell).text());
            }
        }
        return cells;
    }
}
