package dev.lectern.adapters.read;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** What a reader makes of one small file. */
final class Reading implements DocumentSink {
    final List<Document> documents = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final List<Integer> pagesWithoutText = new ArrayList<>();

    static Reading of(DocumentReader reader, String name, byte[] bytes) {
        try {
            Path folder = Files.createTempDirectory("reading");
            Path file = Files.write(folder.resolve(name), bytes);
            Reading reading = new Reading();
            reader.read(new Source(name, file), reading);
            Files.delete(file);
            Files.delete(folder);
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading of(DocumentReader reader, String name, String text) {
        return of(reader, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Document markdown(String text) {
        return of(new MarkdownReader(), "page.md", text).only();
    }

    /** A folder of the public data; without it the test is passed over. */
    static Path publicData(String folder) {
        Path data = Path.of(System.getProperty("lectern.root", ".."))
                .resolve("../shared/data")
                .resolve(folder)
                .normalize();
        Assumptions.assumeTrue(Files.isDirectory(data), "no public data at " + data);
        return data;
    }

    Document only() {
        if (documents.size() != 1) {
            throw new AssertionError(documents.size() + " documents where one was expected");
        }
        return documents.getFirst();
    }

    /** Each block as {@code Kind: words} or {@code Kind in box: words}. */
    static List<String> blocks(Document document) {
        return document.blocks().stream()
                .map(b -> b.getClass().getSimpleName() + (b instanceof Block.Heading h ? h.level() : "")
                        + (b.within().isEmpty() ? "" : " in " + b.within()) + ": "
                        + b.span().of(document.text()))
                .toList();
    }

    @Override
    public void document(Document document) {
        documents.add(document);
    }

    @Override
    public void problem(String where, String what) {
        problems.add(where + ": " + what);
    }

    @Override
    public void pageWithoutText(int page) {
        pagesWithoutText.add(page);
    }
}
