package dev.lectern.adapters.read;

import dev.lectern.corpus.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.w3c.dom.Node;

/** The words of a Word paragraph. */
final class DocxWords {
    private static final int DEEPEST = 60;
    /** What the library writes in place of a reference to a note. */
    private static final String NOTE_MARK = "\\[(?:foot|end)noteRef:-?\\d+\\]";

    private DocxWords() {}

    static InlineText of(XWPFParagraph p) {
        InlineText words = new InlineText();
        for (XWPFRun run : p.getRuns()) {
            if (isHidden(run)) {
                continue;
            }
            int start = words.here();
            String text = run.text().replaceAll(NOTE_MARK, "");
            put(words, raised(run, text));
            if (run instanceof XWPFHyperlinkRun) {
                words.mark(start, Mark.Kind.LINK);
            } else if (run.isBold()) {
                words.mark(start, Mark.Kind.STRONG);
            } else if (run.isItalic() || "emphasis".equals(style(run)) || "italic".equals(style(run))) {
                words.mark(start, Mark.Kind.EMPHASIS);
            }
        }
        return words;
    }

    /** The paragraph with every space it has: a line of code. */
    static String verbatim(XWPFParagraph p) {
        StringBuilder line = new StringBuilder();
        for (XWPFRun run : p.getRuns()) {
            if (!isHidden(run)) {
                line.append(run.text().replaceAll(NOTE_MARK, ""));
            }
        }
        return line.toString().stripTrailing();
    }

    private static void put(InlineText words, String text) {
        int from = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', from)) {
            words.words(text.substring(from, i));
            words.lineBreak();
            from = i + 1;
        }
        words.words(text.substring(from));
    }

    private static String raised(XWPFRun run, String text) {
        var align = run.getVerticalAlignment() == null
                ? ""
                : run.getVerticalAlignment().toString();
        return switch (align) {
            case "superscript" -> Scripts.of("sup", text);
            case "subscript" -> Scripts.of("sub", text);
            default -> text;
        };
    }

    private static boolean isHidden(XWPFRun run) {
        return run.isVanish()
                || isDeleted(run)
                || style(run).matches("alttext|graphicinline|codeannotationcode|commentreference|notehead");
    }

    /** Struck out, or moved elsewhere, while changes were being tracked. */
    private static boolean isDeleted(XWPFRun run) {
        Node parent = run.getCTR().getDomNode().getParentNode();
        String name = parent == null ? "" : String.valueOf(parent.getLocalName());
        return name.equals("del") || name.equals("moveFrom");
    }

    private static String style(XWPFRun run) {
        return run.getStyle() == null ? "" : run.getStyle().toLowerCase(Locale.ROOT);
    }

    /** Texts of the boxes that hang on the paragraph; their older form, kept for old programs, is not said twice. */
    static List<String> boxes(XWPFParagraph p) {
        List<String> texts = new ArrayList<>();
        find(p.getCTP().getDomNode(), "txbxContent", texts, 0);
        return texts;
    }

    /** A displayed formula's signs, in order. */
    static String formula(XWPFParagraph p) {
        StringBuilder signs = new StringBuilder();
        collect(p.getCTP().getDomNode(), "m:t", signs, 0);
        return signs.toString();
    }

    private static void find(Node node, String name, List<String> texts, int depth) {
        for (Node child = node.getFirstChild(); child != null && depth < DEEPEST; child = child.getNextSibling()) {
            String local = String.valueOf(child.getLocalName());
            if (local.equals(name)) {
                for (Node line = child.getFirstChild(); line != null; line = line.getNextSibling()) {
                    StringBuilder words = new StringBuilder();
                    collect(line, "w:t", words, depth);
                    texts.add(words.toString());
                }
            } else if (!local.equals("Fallback")) {
                find(child, name, texts, depth + 1);
            }
        }
    }

    private static void collect(Node node, String name, StringBuilder words, int depth) {
        for (Node child = node.getFirstChild(); child != null && depth < DEEPEST; child = child.getNextSibling()) {
            if (name.equals(child.getNodeName())) {
                for (Node text = child.getFirstChild(); text != null; text = text.getNextSibling()) {
                    words.append(text.getNodeValue());
                }
            } else {
                collect(child, name, words, depth + 1);
            }
        }
    }
}
