package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Walks the main text of a web page and lays its blocks out. Words that stand in no block of their own make paragraphs. */
final class HtmlBlocks {
    /** Deeper nesting is no writing; what stands below is read as one run of words. */
    private static final int DEEPEST = 200;

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "caption");

    private final DocumentBuilder document;
    private final Containers containers;
    private HtmlInlines words = new HtmlInlines();
    private Optional<Item> item = Optional.empty();
    private int listDepth = -1;

    /** The list item whose first words are still to come. */
    private record Item(int depth, Optional<Integer> number) {}

    HtmlBlocks(DocumentBuilder document) {
        this.document = document;
        containers = new Containers(document);
    }

    void walk(Element root) {
        children(root, 0);
        flush();
    }

    private void children(Element parent, int depth) {
        if (depth > DEEPEST) {
            words.text(parent.text());
            return;
        }
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                words.text(text.getWholeText());
            } else if (child instanceof Element element) {
                element(element, depth + 1);
            }
        }
    }

    private void element(Element e, int depth) {
        String tag = e.normalName();
        if (!BLOCKS.contains(tag)) {
            inline(e, depth);
            return;
        }
        flush();
        switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                HtmlInlines heading = HtmlInlines.of(e);
                String words = heading.words().text().replaceAll("\\s*[¶#§]$", "");
                document.heading(tag.charAt(1) - '0', words.replace('\n', ' '), List.of());
                item = Optional.empty();
            }
            case "ul", "ol", "dir", "menu" -> list(e, depth);
            case "dl" -> definitions(e, depth);
            case "table" -> table(e, depth);
            case "pre" -> pre(e);
            case "hr" -> {}
            case "figure" -> boxed(e, "figure", depth);
            case "figcaption", "caption" -> boxed(e, "figure", depth);
            case "details" -> boxed(e, "details", depth);
            case "blockquote" -> boxed(e, "quote", depth);
            case "aside" -> boxed(e, "note", depth);
            default -> boxed(e, admonition(e), depth);
        }
        flush();
    }

    /** Inline elements that hold blocks, as careless pages have them, are walked through. */
    private void inline(Element e, int depth) {
        boolean holdsBlock = e.childrenSize() > 0 && e.stream().skip(1).anyMatch(c -> BLOCKS.contains(c.normalName()));
        if (holdsBlock) {
            children(e, depth);
        } else if (e.normalName().equals("math") && e.attr("display").equals("block")) {
            flush();
            document.formula("$$" + HtmlInlines.formula(e) + "$$");
        } else if (e.normalName().equals("img")) {
            image(e);
        } else {
            words.element(e);
        }
    }

    private void image(Element e) {
        String alt = e.attr("alt").strip();
        boolean captioned = e.parents().stream()
                .anyMatch(p -> p.normalName().equals("figure") && p.selectFirst("figcaption") != null);
        if (!captioned && alt.contains(" ") && words.words().isBlank()) {
            int before = containers.open("img", "figure");
            document.paragraph(alt, List.of());
            containers.backTo(before);
        }
    }

    private void boxed(Element e, String name, int depth) {
        int before = containers.open(e.normalName(), name);
        children(e, depth);
        flush();
        containers.backTo(before);
    }

    private static String admonition(Element e) {
        String tab = Tabs.variant(e.className());
        if (!tab.isEmpty()) {
            return tab;
        }
        for (String name : e.classNames()) {
            Optional<String> box = Admonitions.named(name);
            if (box.isPresent() && !name.equals("example") && !name.equals("summary") && !name.equals("topic")) {
                Element title = e.firstElementChild();
                if (title != null && Admonitions.isPlainLabel(title.text())) {
                    title.remove();
                }
                return box.get();
            }
        }
        return "";
    }

    private void list(Element list, int depth) {
        listDepth++;
        boolean ordered = list.normalName().equals("ol");
        int number = ordered && list.attr("start").matches("\\d{1,6}") ? Integer.parseInt(list.attr("start")) : 1;
        for (Element child : list.children()) {
            if (child.normalName().equals("li")) {
                item(child, ordered ? Optional.of(number) : Optional.empty(), depth);
                number++;
            } else {
                element(child, depth + 1);
            }
        }
        listDepth--;
    }

    private void item(Element li, Optional<Integer> number, int depth) {
        item = Optional.of(new Item(Math.max(0, listDepth), number));
        children(li, depth + 1);
        flush();
        item = Optional.empty();
    }

    /** A term and what it means become one item, as they are read. */
    private void definitions(Element list, int depth) {
        listDepth++;
        String term = "";
        for (Element child : list.select("> dt, > dd, > div > dt, > div > dd")) {
            if (child.normalName().equals("dt")) {
                if (!term.isEmpty()) {
                    document.item(listDepth, Optional.empty(), term, List.of());
                }
                term = HtmlInlines.of(child).words().text().replace('\n', ' ');
            } else {
                item = Optional.of(new Item(Math.max(0, listDepth), Optional.empty()));
                if (!term.isEmpty()) {
                    words.text(term + (term.matches(".*[:：.。?？!！]") ? " " : ": "));
                    term = "";
                }
                children(child, depth + 1);
                flush();
                item = Optional.empty();
            }
        }
        if (!term.isEmpty()) {
            document.item(listDepth, Optional.empty(), term, List.of());
        }
        listDepth--;
    }

    private void table(Element table, int depth) {
        if (HtmlTable.isLayout(table)) {
            boxed(table, "", depth);
            return;
        }
        Element caption = table.selectFirst("> caption");
        if (caption != null) {
            boxed(caption, "figure", depth);
        }
        HtmlTable grid = HtmlTable.of(table);
        document.table(grid.headed(), grid.rows());
    }

    private void pre(Element pre) {
        String code = pre.wholeText();
        if (CodeLook.isCode(pre)) {
            document.code(CodeLook.language(pre), code.replaceAll("^\\n+", ""));
        } else {
            TextBlocks.lines(code, document);
        }
    }

    private void flush() {
        for (InlineText paragraph : words.take()) {
            if (paragraph.isBlank()) {
                continue;
            }
            if (item.isPresent()) {
                document.item(item.get().depth, item.get().number, paragraph.text(), paragraph.marks());
                item = Optional.empty();
            } else {
                document.paragraph(paragraph.text(), paragraph.marks());
            }
        }
    }
}
