package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/** HTML between the paragraphs of a Markdown page: boxes are opened and closed, words are kept, the rest goes. */
final class MarkdownHtml {
    private static final Set<String> BOXES =
            Set.of("div", "section", "aside", "details", "figure", "blockquote", MarkdownDialects.TAG);
    private static final Set<String> BREAKS =
            Set.of("p", "br", "summary", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "figcaption");

    private final DocumentBuilder document;
    private final Containers containers;
    private InlineText words = new InlineText();

    MarkdownHtml(DocumentBuilder document, Containers containers) {
        this.document = document;
        this.containers = containers;
    }

    void block(String html) {
        String lower = html.stripLeading().toLowerCase(Locale.ROOT);
        if (lower.startsWith("<script") || lower.startsWith("<style") || lower.startsWith("<!--")) {
            return;
        }
        for (int i = 0; i < html.length(); ) {
            int tag = tagAt(html, i);
            if (tag > i) {
                tag(HtmlTag.parse(html.substring(i, tag)));
                i = tag;
            } else {
                int next = html.indexOf('<', i + 1);
                int end = next < 0 ? html.length() : next;
                words.words(Parser.unescapeEntities(html.substring(i, end), false));
                i = end;
            }
        }
        flush();
    }

    /** Past the tag that begins at {@code i}; {@code i} itself where none does. */
    private static int tagAt(String html, int i) {
        if (html.charAt(i) != '<' || i + 1 >= html.length()) {
            return i;
        }
        char first = html.charAt(i + 1);
        if (first != '/' && first != '!' && !Character.isLetter(first)) {
            return i;
        }
        char quote = 0;
        for (int j = i + 1; j < html.length(); j++) {
            char c = html.charAt(j);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return j + 1;
            }
        }
        return i;
    }

    private void tag(HtmlTag tag) {
        if (BREAKS.contains(tag.name()) || BOXES.contains(tag.name())) {
            flush();
        }
        if (!BOXES.contains(tag.name()) || tag.closed()) {
            return;
        }
        if (!tag.opens()) {
            containers.close(tag.name());
            return;
        }
        containers.open(tag.name(), name(tag));
        String title = tag.attribute("title");
        if (tag.name().equals(MarkdownDialects.TAG) && !Admonitions.isPlainLabel(title)) {
            document.paragraph(title, List.of());
        }
    }

    private static String name(HtmlTag tag) {
        return switch (tag.name()) {
            case "details", "figure" -> tag.name();
            case "blockquote" -> "quote";
            case "div", "section" -> Tabs.variant(tag.attribute("class"));
            case "aside" -> "note";
            default -> Admonitions.named(tag.attribute("name")).orElse("");
        };
    }

    private void flush() {
        document.paragraph(words.text(), words.marks());
        words = new InlineText();
    }
}
