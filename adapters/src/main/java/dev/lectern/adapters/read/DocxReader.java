package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import dev.lectern.text.Languages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Word documents: headings by style, numbered lists, tables, code, notes at the foot and in boxes. */
public final class DocxReader implements DocumentReader {
    private static final int LARGEST = 256 << 20;
    /** One part of the package, unpacked. Its tree in memory takes some ten times as much. */
    private static final long LARGEST_PART = 40L << 20;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    }

    @Override
    public List<String> endings() {
        return List.of("docx", "docm");
    }

    @Override
    public boolean recognises(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.startsWith("PK\u0003\u0004") && text.contains("word/");
    }

    @Override
    public boolean signed() {
        return true;
    }

    @Override
    public void read(Source source, DocumentSink sink) {
        byte[] bytes = source.bytes(LARGEST);
        if (bytes.length > 4 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF) {
            throw new ReadException("encrypted, or in the old .doc format", "save it as .docx without a password");
        }
        DocumentBuilder document = new DocumentBuilder();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            String author = word.getProperties().getCoreProperties().getCreator();
            if (author != null && !author.isBlank()) {
                document.detail("author", author.strip());
            }
            new DocxBlocks(word, document).walk();
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            throw new ReadException(
                    "no readable Word document: " + reason(e), "open it in a word processor and save it again", e);
        }
        sink.document(document.build(source.uri(), source.stem(), Languages.UNKNOWN));
    }

    private static String reason(Throwable e) {
        String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (said.contains("Zip bomb") || said.contains("too large") || said.contains("exceed")) {
            return "it unpacks to far more than it should (a zip bomb?)";
        }
        return said.lines().findFirst().orElse(said);
    }
}
