package dev.lectern.adapters.read;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import java.text.Normalizer;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * Markdown: CommonMark and pipe tables, with the containers, admonitions, anchors and includes that documentation sites
 * add (VitePress, MkDocs, MyST, mdBook, Docusaurus, GitHub, Microsoft Learn).
 */
public final class MarkdownReader {
    /** Deeper nesting than this is no writing; it would only cost stack. */
    private static final int DEEPEST = 60;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private MarkdownReader() {}

    /** Reads one page; its language is what its head says, or "und". */
    public static Document read(String uri, String markdown) {
        String clean = Normalizer.normalize(markdown.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
        FrontMatter head = FrontMatter.of(clean);
        DocumentBuilder document = new DocumentBuilder();
        head.tell(document);
        new MarkdownBlocks(document).page(PARSER.parse(MarkdownDialects.rewrite(head.rest())));
        return document.build(uri, fileName(uri), "und");
    }

    /** The words of a piece of Markdown that is known to be one paragraph. */
    static MarkdownInlines.Variant inline(String markdown) {
        Node paragraph = PARSER.parse(markdown.strip()).getFirstChild();
        return paragraph == null
                ? new MarkdownInlines.Variant("", new InlineText())
                : MarkdownInlines.variants(paragraph).getFirst();
    }

    private static String fileName(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
