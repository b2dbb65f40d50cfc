package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import dev.lectern.text.Languages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF: printed lines joined into text again; heads, feet and page numbers left out; pages kept count of. */
public final class PdfReader implements DocumentReader {
    private static final int LARGEST = 512 << 20;
    private static final int SIGNATURE_WITHIN = 1024;

    /** Kept, so that the level set on it stays: the library warns of every odd glyph, which its reader cannot mend. */
    private static final List<Logger> CHATTER =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        CHATTER.forEach(logger -> logger.setLevel(Level.SEVERE));
    }

    @Override
    public List<String> endings() {
        return List.of("pdf");
    }

    @Override
    public boolean recognises(byte[] head) {
        return new String(head, 0, Math.min(SIGNATURE_WITHIN, head.length), StandardCharsets.ISO_8859_1)
                .contains("%PDF-");
    }

    @Override
    public boolean signed() {
        return true;
    }

    @Override
    public void read(Source source, DocumentSink sink) {
        read(source, source.bytes(LARGEST), sink);
    }

    /** @param source of which only the name counts */
    static void read(Source source, byte[] bytes, DocumentSink sink) {
        try (PDDocument pdf = Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (!pdf.getCurrentAccessPermission().canExtractContent()) {
                sink.problem(
                        "",
                        "its author does not permit text to be extracted; it was read all the same for your own use");
            }
            document(source, pdf, sink);
        } catch (InvalidPasswordException e) {
            throw new ReadException("encrypted: it opens with a password only", "save a copy without a password", e);
        } catch (IOException e) {
            throw new ReadException("no readable PDF: " + e.getMessage(), "open it and print it to a new PDF", e);
        }
    }

    private static void document(Source source, PDDocument pdf, DocumentSink sink) {
        List<List<PdfLine>> pages = new ArrayList<>();
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            pages.add(lines(pdf, page, sink));
        }
        DocumentBuilder document = new DocumentBuilder();
        about(pdf, document);
        List<List<PdfLine>> bare = PdfMargins.without(pages);
        PdfBlocks blocks = new PdfBlocks(document, bare);
        bare.forEach(blocks::page);
        blocks.end();
        title(pdf, blocks).ifPresent(title -> document.detail("title", title));
        sink.document(document.build(source.uri(), source.stem(), Languages.UNKNOWN));
    }

    /** What stands largest on the first page, or what the file calls itself if that reads like a title. */
    private static Optional<String> title(PDDocument pdf, PdfBlocks blocks) {
        String said = pdf.getDocumentInformation().getTitle();
        Optional<String> own = Optional.ofNullable(said)
                .map(String::strip)
                .filter(t ->
                        t.contains(" ") && !t.matches("(?i).*\\.(?:docx?|tex|dvi|pdf|rtf|indd|qxd)$|microsoft word.*"));
        return blocks.title().or(() -> own);
    }

    private static List<PdfLine> lines(PDDocument pdf, int page, DocumentSink sink) {
        try {
            List<PdfLine> lines = PdfNoteMarks.without(PdfOrder.of(PdfLines.of(pdf, page)));
            if (lines.isEmpty()) {
                sink.pageWithoutText(page);
            }
            return lines;
        } catch (IOException | RuntimeException e) {
            sink.problem("page " + page, "cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    private static void about(PDDocument pdf, DocumentBuilder document) {
        String author = pdf.getDocumentInformation().getAuthor();
        if (author != null && !author.isBlank()) {
            document.detail("author", author.strip());
        }
    }
}
