package dev.lectern.adapters.read;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.Source;
import dev.lectern.text.CleanText;
import java.text.Normalizer;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * Markdown: CommonMark and pipe tables, with the containers, admonitions, anchors and includes that documentation sites
 * add (VitePress, MkDocs, MyST, mdBook, Docusaurus, GitHub, Microsoft Learn).
 */
public final class MarkdownReader implements DocumentReader {
    /** Deeper nesting than this is no writing; it would only cost stack. */
    private static final int DEEPEST = 60;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    @Override
    public List<String> endings() {
        return List.of("md", "markdown", "mdx");
    }

    @Override
    public void read(Source source, DocumentSink sink) {
        sink.document(read(source.uri(), source.stem(), Encodings.text(source, sink)));
    }

    /** Reads one page; its language is what its head says, or "und". */
    static Document read(String uri, String name, String markdown) {
        String clean = Normalizer.normalize(CleanText.of(markdown), Normalizer.Form.NFC);
        FrontMatter head = FrontMatter.of(clean);
        DocumentBuilder document = new DocumentBuilder();
        head.tell(document);
        new MarkdownBlocks(document).page(PARSER.parse(MarkdownDialects.rewrite(head.rest())));
        return document.build(
                uri,
                name,
                SaidLanguage.of(
                        head.fields().getOrDefault("language", head.fields().getOrDefault("lang", ""))));
    }

    /** The words of a piece of Markdown that is known to be one paragraph. */
    static MarkdownInlines.Variant inline(String markdown) {
        Node paragraph = PARSER.parse(markdown.strip()).getFirstChild();
        return paragraph == null
                ? new MarkdownInlines.Variant("", new InlineText())
                : MarkdownInlines.variants(paragraph).getFirst();
    }
}
