package dev.lectern.ingest;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.GrowingCorpus;
import dev.lectern.corpus.Passage;
import dev.lectern.text.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Writes the documents that a run found on its way beside those that it read, so that every piece of evidence is in the run folder. */
public final class FoundDocuments {
    private FoundDocuments() {}

    /** Writes {@code documents.jsonl.gz} and {@code passages.jsonl.gz} anew, in id order. */
    public static void write(Path run, GrowingCorpus corpus) {
        try {
            List<String> found = corpus.found().stream().map(Document::id).toList();
            List<String> cut = found.stream()
                    .flatMap(id -> corpus.passagesOf(id).stream())
                    .map(Passage::id)
                    .toList();
            lines(run.resolve("documents.jsonl.gz"), corpus.documents(), found, corpus::document);
            lines(run.resolve("passages.jsonl.gz"), corpus.passages(), cut, corpus::passage);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + run + ": " + e.getMessage(), e);
        }
    }

    private static void lines(Path file, List<String> read, List<String> found, Function<String, Object> of)
            throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out =
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(aside), 1 << 16), 1 << 16)) {
            for (String id : Stream.concat(read.stream(), found.stream())
                    .sorted()
                    .distinct()
                    .toList()) {
                out.write(Json.line(of.apply(id)).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
        CorpusWriter.move(aside, file);
    }
}
