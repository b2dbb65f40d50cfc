package dev.lectern.adapters.read;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.Source;
import dev.lectern.text.CleanText;
import dev.lectern.text.Languages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;

/** Pages that came over the wire, read as files are. */
public final class PageText {
    /** The media type of pages whose body is no text but a PDF, in Base64. */
    public static final String PDF = "application/pdf";

    private static final int LANGUAGE_SAMPLE = 20_000;

    private PageText() {}

    /** @param charset that the server names */
    public static String decode(byte[] body, Optional<String> charset) {
        return HtmlReader.decode(body, charset);
    }

    /**
     * The main text of a page with its structure; empty if it holds none.
     *
     * @param type {@code text/html} and its like, any other text, or {@link #PDF}
     * @throws dev.lectern.corpus.ReadException if it is a PDF that cannot be read
     */
    public static Optional<Document> document(String url, String type, String body) {
        return type.equals(PDF)
                ? pdf(url, body).flatMap(PageText::inItsLanguage)
                : inItsLanguage(type.contains("html") ? HtmlReader.document(body, url, url) : plain(url, body));
    }

    /** Empty if there is no text in it. */
    private static Optional<Document> inItsLanguage(Document document) {
        if (document.text().isBlank()) {
            return Optional.empty();
        }
        String head = document.text()
                .substring(0, Math.min(LANGUAGE_SAMPLE, document.text().length()));
        return Optional.of(
                document.language().equals(Languages.UNKNOWN) ? document.withLanguage(Languages.of(head)) : document);
    }

    /** Whether the page asks who one is. */
    public static boolean asksForPassword(String type, String body) {
        return type.contains("html") && Jsoup.parse(body).selectFirst("input[type=password]") != null;
    }

    private static Optional<Document> pdf(String url, String body) {
        List<Document> documents = new ArrayList<>();
        PdfReader.read(new Source(url, Path.of("")), Base64.getDecoder().decode(body), new DocumentSink() {
            @Override
            public void document(Document document) {
                documents.add(document);
            }

            @Override
            public void problem(String where, String what) {}

            @Override
            public void pageWithoutText(int page) {}
        });
        return documents.stream().findFirst();
    }

    private static Document plain(String url, String body) {
        DocumentBuilder document = new DocumentBuilder();
        TextBlocks.lines(CleanText.of(body), document);
        return document.build(url, url, Languages.UNKNOWN);
    }
}
