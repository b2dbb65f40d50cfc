package dev.lectern.adapters.read;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.text.CleanText;
import dev.lectern.text.Languages;
import java.util.Optional;
import org.jsoup.Jsoup;

/** Pages that came over the wire, read as files are. */
public final class PageText {
    private static final int LANGUAGE_SAMPLE = 20_000;

    private PageText() {}

    /** @param charset that the server names */
    public static String decode(byte[] body, Optional<String> charset) {
        return HtmlReader.decode(body, charset);
    }

    /**
     * The main text of a page with its structure; empty if it holds none.
     *
     * @param type {@code text/html} and its like, or any other text
     */
    public static Optional<Document> document(String url, String type, String body) {
        Document document = type.contains("html") ? HtmlReader.document(body, url, url) : plain(url, body);
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

    private static Document plain(String url, String body) {
        DocumentBuilder document = new DocumentBuilder();
        TextBlocks.lines(CleanText.of(body), document);
        return document.build(url, url, Languages.UNKNOWN);
    }
}
