package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.Source;
import dev.lectern.text.CleanText;
import dev.lectern.text.Languages;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text, whose structure is guessed from its lines. */
public final class TextReader implements DocumentReader {
    /** A head as that of a mail or of a free electronic book. */
    private static final Pattern TITLE = Pattern.compile("(?m)^Title:[ \\t]*(\\S.{0,150})$");

    private static final int HEAD = 2000;

    @Override
    public List<String> endings() {
        return List.of("txt", "text");
    }

    @Override
    public void read(Source source, DocumentSink sink) {
        String text = Normalizer.normalize(CleanText.of(Encodings.text(source, sink)), Normalizer.Form.NFC);
        DocumentBuilder document = new DocumentBuilder();
        Matcher title = TITLE.matcher(text.substring(0, Math.min(HEAD, text.length())));
        if (title.find()) {
            document.detail("title", title.group(1).strip());
        }
        TextBlocks.page(text, document);
        sink.document(document.build(source.uri(), source.stem(), Languages.UNKNOWN));
    }
}
