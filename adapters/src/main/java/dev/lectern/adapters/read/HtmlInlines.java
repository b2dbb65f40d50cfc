package dev.lectern.adapters.read;

import dev.lectern.corpus.Mark;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Words of a web page between two blocks; two line breaks in a row begin a new paragraph. */
final class HtmlInlines {
    private static final int DEEPEST = 200;
    private final List<InlineText> done = new ArrayList<>();
    private InlineText words = new InlineText();
    private boolean broken;

    static HtmlInlines of(Element e) {
        HtmlInlines inlines = new HtmlInlines();
        inlines.children(e, 0);
        return inlines;
    }

    /** The words since the last break between paragraphs. */
    InlineText words() {
        return words;
    }

    /** All paragraphs so far; none are left behind. */
    List<InlineText> take() {
        List<InlineText> all = new ArrayList<>(done);
        all.add(words);
        done.clear();
        words = new InlineText();
        broken = false;
        return all;
    }

    void text(String text) {
        broken &= text.isBlank();
        words.words(text);
    }

    void element(Element e) {
        element(e, 0);
    }

    private void children(Element parent, int depth) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                text(text.getWholeText());
            } else if (child instanceof Element e && depth < DEEPEST) {
                element(e, depth + 1);
            }
        }
    }

    private void element(Element e, int depth) {
        switch (e.normalName()) {
            case "br" -> lineBreak();
            case "code", "kbd", "samp", "tt" -> code(e);
            case "b", "strong" -> marked(e, Mark.Kind.STRONG, depth);
            case "em", "i", "dfn", "cite" -> marked(e, Mark.Kind.EMPHASIS, depth);
            case "a" -> marked(e, Mark.Kind.LINK, depth);
            case "sup", "sub" -> text(Scripts.of(e.normalName(), e.text()));
            case "q" -> {
                text("“");
                children(e, depth);
                text("”");
            }
            case "math" -> text("$" + formula(e) + "$");
            case "img", "wbr", "rt", "rp" -> {}
            default -> children(e, depth);
        }
    }

    /** The formula as it was typed, where the page keeps that; else its signs. */
    static String formula(Element math) {
        Element typed = math.selectFirst("annotation[encoding=application/x-tex]");
        String text =
                typed != null ? typed.wholeText() : math.attr("alttext").isBlank() ? math.text() : math.attr("alttext");
        return text.strip();
    }

    private void code(Element e) {
        broken = false;
        if (words.text().endsWith("`") || e.text().isBlank()) {
            text(e.text());
        } else {
            words.code(e.text().strip());
        }
    }

    private void marked(Element e, Mark.Kind kind, int depth) {
        int start = words.here();
        InlineText before = words;
        children(e, depth);
        if (before.equals(words)) {
            words.mark(start, kind);
        }
    }

    private void lineBreak() {
        if (broken && !words.isBlank()) {
            done.add(words);
            words = new InlineText();
        } else {
            words.lineBreak();
        }
        broken = true;
    }
}
