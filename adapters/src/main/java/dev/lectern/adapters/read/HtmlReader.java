package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.Source;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Web pages: their main text with its structure; navigation, banners, scripts and what is hidden stay out. */
public final class HtmlReader implements DocumentReader {
    private static final int LARGEST = 64 << 20;
    private static final int HEAD = 4096;
    private static final Pattern DECLARED =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w:.-]+)", Pattern.CASE_INSENSITIVE);
    /** What a page tells its browser, not its reader. */
    private static final Set<String> TECHNICAL = Set.of(
            "viewport", "robots", "generator", "theme-color", "referrer", "format-detection", "icbm", "googlebot");

    @Override
    public List<String> endings() {
        return List.of("html", "htm", "xhtml");
    }

    @Override
    public void read(Source source, DocumentSink sink) {
        sink.document(document(decode(source.bytes(LARGEST)), source.uri(), source.stem()));
    }

    /** The main text of a page; it is blank where there is none. */
    static dev.lectern.corpus.Document document(String html, String uri, String fallbackTitle) {
        Document page = Jsoup.parse(html);
        DocumentBuilder document = new DocumentBuilder();
        about(page, document);
        String title = Normalizer.normalize(page.title().strip(), Normalizer.Form.NFC);
        String language = SaidLanguage.of(page.select("html").attr("lang"));
        new HtmlBlocks(document).walk(MainText.of(page));
        return document.build(uri, title.isEmpty() ? fallbackTitle : title, language);
    }

    /** The encoding that the page declares, if its bytes bear that out. */
    static String decode(byte[] bytes) {
        return decode(bytes, Optional.empty());
    }

    /** @param said the encoding that the server names, which comes before the page's own word */
    static String decode(byte[] bytes, Optional<String> said) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        boolean marked = head.startsWith("\u00ef\u00bb\u00bf")
                || head.startsWith("\u00ff\u00fe")
                || head.startsWith("\u00fe\u00ff");
        Optional<String> named = said.or(() -> declared.find() ? Optional.of(declared.group(1)) : Optional.empty());
        if (!marked && named.isPresent()) {
            try {
                return charset(named.get())
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
                return Encodings.decode(bytes).text();
            }
        }
        return Encodings.decode(bytes).text();
    }

    /** As browsers do: the old names mean the larger sets that people really used. */
    private static Charset charset(String name) {
        return Charset.forName(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "gb2312", "gbk", "gb_2312-80" -> "GB18030";
                    case "iso-8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
                    case "big5" -> "Big5-HKSCS";
                    default -> name;
                });
    }

    private static void about(Document page, DocumentBuilder document) {
        for (Element meta : page.select("meta[name][content]")) {
            String name = meta.attr("name").toLowerCase(Locale.ROOT).replaceFirst("^dc(?:terms)?\\.", "");
            String content = meta.attr("content").strip();
            boolean plain = name.matches("[a-z][a-z-]*") && !TECHNICAL.contains(name) && !name.equals("title");
            if (plain && !content.isEmpty() && content.length() < 500) {
                document.detail(name, content);
                if (name.equals("license") || name.equals("licence") || name.equals("rights")) {
                    document.licence(content);
                }
            }
        }
        Element licence = page.selectFirst("link[rel=license], a[rel=license]");
        if (licence != null && !licence.attr("href").isBlank()) {
            document.licence(licence.attr("href"));
        }
    }
}
