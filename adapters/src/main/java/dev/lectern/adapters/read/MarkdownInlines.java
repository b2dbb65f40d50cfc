package dev.lectern.adapters.read;

import dev.lectern.corpus.Mark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The words of one Markdown block. */
final class MarkdownInlines {
    /** One reading of a block that holds two ("options-api" and "composition-api"); within is "" where there is but one. */
    record Variant(String within, InlineText words) {}

    private final InlineText words = new InlineText();
    private final String shown;
    private final Set<String> variants = new LinkedHashSet<>();
    private String standing = "";
    private boolean hidden;
    private String script = "";

    private MarkdownInlines(String shown) {
        this.shown = shown;
    }

    /** All readings of the block, each whole; never two run together in one sentence. */
    static List<Variant> variants(Node block) {
        MarkdownInlines all = new MarkdownInlines("");
        all.children(block);
        if (all.variants.isEmpty()) {
            return List.of(new Variant("", all.words));
        }
        List<Variant> each = new ArrayList<>();
        for (String name : all.variants) {
            MarkdownInlines one = new MarkdownInlines(name);
            one.children(block);
            each.add(new Variant(name, one.words));
        }
        return each;
    }

    /** The first reading, for headings and cells. */
    static InlineText joined(Node block) {
        return variants(block).getFirst().words();
    }

    static String pictures(Node paragraph) {
        InlineText words = new InlineText();
        for (Node n = paragraph.getFirstChild(); n != null; n = n.getNext()) {
            if (n instanceof Image image) {
                words.words(plain(image).text());
                words.lineBreak();
            }
        }
        return words.text();
    }

    /**
     * Takes the label that makes a quotation a note off its first paragraph: {@code [!NOTE]}, or {@code Note} in bold on a
     * line of its own or before a colon.
     */
    static Optional<String> takeLabel(Paragraph first) {
        StringBuilder line = new StringBuilder();
        List<Node> nodes = new ArrayList<>();
        for (Node n = first.getFirstChild(); n != null; n = n.getNext()) {
            if (n instanceof SoftLineBreak || n instanceof HardLineBreak) {
                nodes.add(n);
                break;
            }
            line.append(plain(n).text());
            nodes.add(n);
        }
        String label = line.toString().strip();
        Optional<String> box = label.startsWith("[!") && label.contains("]")
                ? Admonitions.named(label.substring(2, label.indexOf(']')))
                : nodes.getFirst() instanceof StrongEmphasis ? Admonitions.named(label) : Optional.empty();
        if (box.isPresent()) {
            nodes.forEach(Node::unlink);
        } else if (first.getFirstChild() instanceof StrongEmphasis strong) {
            box = labelBeforeColon(strong);
        }
        return box;
    }

    private static Optional<String> labelBeforeColon(StrongEmphasis strong) {
        String label = plain(strong).text();
        Optional<String> box = Admonitions.named(label);
        boolean colonInside = label.endsWith(":") || label.endsWith("：");
        if (box.isPresent() && strong.getNext() instanceof Text after) {
            boolean colonAfter =
                    after.getLiteral().startsWith(":") || after.getLiteral().startsWith("：");
            if (colonInside || colonAfter) {
                after.setLiteral(
                        after.getLiteral().substring(colonAfter ? 1 : 0).stripLeading());
                strong.unlink();
                return box;
            }
        }
        return Optional.empty();
    }

    private static InlineText plain(Node node) {
        MarkdownInlines inlines = new MarkdownInlines("");
        if (node.getFirstChild() != null) {
            inlines.children(node);
        } else {
            inlines.inline(node);
        }
        return inlines.words;
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            inline(child);
        }
    }

    private void inline(Node node) {
        boolean silent = hidden || (!shown.isEmpty() && !standing.isEmpty() && !standing.equals(shown));
        switch (node) {
            case HtmlInline html -> tag(html.getLiteral());
            case Text text when !silent -> text(text.getLiteral());
            case Code code when !silent -> words.code(code.getLiteral());
            case SoftLineBreak b when !silent -> words.softBreak();
            case HardLineBreak b when !silent -> words.lineBreak();
            case Emphasis emphasis -> marked(emphasis, Mark.Kind.EMPHASIS);
            case StrongEmphasis strong -> marked(strong, Mark.Kind.STRONG);
            case Link link when !(link.getFirstChild() instanceof Image) -> marked(link, Mark.Kind.LINK);
            case Image image -> {}
            case Link badge -> {}
            default -> children(node);
        }
    }

    private void text(String literal) {
        String bare = literal.replace("~~", "");
        words.words(script.isEmpty() ? bare : Scripts.of(script, bare));
    }

    private void marked(Node node, Mark.Kind kind) {
        int start = words.here();
        children(node);
        words.mark(start, kind);
    }

    private void tag(String html) {
        HtmlTag tag = HtmlTag.parse(html);
        switch (tag.name()) {
            case "br" -> words.lineBreak();
            case "sup", "sub" -> {
                boolean badge = tag.attribute("class").contains("badge");
                hidden = tag.opens() && !tag.closed() && badge;
                script = tag.opens() && !tag.closed() && !badge ? tag.name() : "";
            }
            case "span", "div" -> {
                String name = tag.opens() ? Tabs.variant(tag.attribute("class")) : "";
                standing = name;
                if (!name.isEmpty()) {
                    variants.add(name);
                }
            }
            default -> {}
        }
    }
}
