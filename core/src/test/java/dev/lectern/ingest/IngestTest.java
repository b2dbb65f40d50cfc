package dev.lectern.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    private static final List<String> OUT = List.of("documents.jsonl.gz", "passages.jsonl.gz");

    @TempDir
    Path folder;

    private Path docs = Path.of("docs");

    @BeforeEach
    void writesAFolder() throws IOException {
        docs = folder.resolve("docs");
        Path inner = Files.createDirectories(docs.resolve("in ner"));
        for (int i = 0; i < 20; i++) {
            Files.writeString(
                    inner.resolve("page " + i + ".txt"),
                    "Gate " + i + " opens. It closes again.\n\nA second paragraph.");
        }
        Files.writeString(inner.resolve("100%#中文.txt"), "水位上升。");
        Files.writeString(inner.resolve("bad.txt"), "fail");
        Files.writeString(inner.resolve("book.epub"), "x");
    }

    @Test
    void givesTheSameBytesWithOneThreadAndWithEight() throws IOException {
        Map<String, byte[]> one = files(folder.resolve("one"), 1);
        Map<String, byte[]> eight = files(folder.resolve("eight"), 8);
        assertThat(one.keySet()).isEqualTo(eight.keySet());
        one.forEach((name, bytes) -> assertThat(eight.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void findsDocumentsAndPassagesAgain() {
        try (Ingest.Result result = ingest(folder.resolve("run"), List.of(docs), 2)) {
            Corpus corpus = result.corpus();
            assertThat(corpus.documents()).isSorted().hasSize(21);
            Document odd = corpus.document(Document.idOf("in ner/100%#中文.txt"));
            assertThat(odd.text()).isEqualTo("水位上升。");
            assertThat(odd.language()).isEqualTo("zh");
            assertThat(corpus.passages()).isSorted();
            corpus.everyPassage()
                    .forEach(p -> assertThat(corpus.passagesOf(p.document())).contains(p));
            assertThat(corpus.text(corpus.passagesOf(odd.id()).getFirst())).isEqualTo("水位上升。");
        }
    }

    @Test
    void theFolderOfAnotherRunAndTheProjectFileAreNoDocuments() throws IOException {
        Files.createDirectories(docs.resolve("old/run"));
        Files.writeString(docs.resolve("old/run/manifest.json"), "{}");
        Files.writeString(docs.resolve("old/README.txt"), "A card. It is about rows.");
        Files.writeString(docs.resolve("lectern.yaml"), "samples: 5");
        try (Ingest.Result result = ingest(folder.resolve("run"), List.of(docs), 2)) {
            assertThat(result.corpus().documents()).hasSize(21);
            assertThat(result.report().skipped())
                    .extracting(IngestReport.Skipped::file)
                    .containsExactly("in ner/bad.txt", "in ner/book.epub", "old");
        }
    }

    @Test
    void oneBadFileStopsNothingAndIsNamedWithItsReason() {
        try (Ingest.Result result = ingest(folder.resolve("run"), List.of(docs), 2)) {
            assertThat(result.report().skipped())
                    .extracting(IngestReport.Skipped::file)
                    .containsExactly("in ner/bad.txt", "in ner/book.epub");
            assertThat(result.report().skipped().getLast().reason())
                    .isEqualTo("format not supported yet: .epub (supported: .txt)");
        }
    }

    @Test
    void isReusedUntilAFileChanges() throws IOException {
        Path run = folder.resolve("run");
        ingest(run, List.of(docs), 2).close();
        try (Ingest.Result again = ingest(run, List.of(docs), 1)) {
            assertThat(again.report().reused()).isTrue();
            assertThat(again.corpus().documents()).hasSize(21);
        }
        Files.writeString(docs.resolve("in ner/page 3.txt"), "Another text.");
        try (Ingest.Result changed = ingest(run, List.of(docs), 1)) {
            assertThat(changed.report().reused()).isFalse();
        }
    }

    @Test
    void aFileGivenTwiceIsReadOnceAndSourcesNameTheirUris() throws IOException {
        Path other = Files.createDirectories(folder.resolve("b/docs"));
        Files.writeString(other.resolve("page.txt"), "Elsewhere.");
        try (Ingest.Result result =
                ingest(folder.resolve("run"), List.of(docs, docs.resolve("in ner/page 1.txt"), docs, other), 2)) {
            List<String> uris =
                    result.corpus().everyDocument().map(Document::uri).toList();
            assertThat(uris).hasSize(22).doesNotHaveDuplicates().contains("b/docs/page.txt");
        }
    }

    @Test
    void linksThatLeadBackAreNamedNotFollowed() throws IOException {
        Files.createSymbolicLink(docs.resolve("loop"), docs);
        try (Ingest.Result result = ingest(folder.resolve("run"), List.of(docs), 2)) {
            assertThat(result.corpus().documents()).hasSize(21);
            assertThat(result.report().skipped())
                    .extracting(IngestReport.Skipped::file)
                    .contains("loop");
        }
    }

    @Test
    void globsMeanTheFilesTheyMatch() {
        try (Ingest.Result result = ingest(folder.resolve("run"), List.of(docs.resolve("**/page 1*.txt")), 2)) {
            assertThat(result.corpus().documents()).hasSize(11);
        }
    }

    @Test
    void allSourcesThatAreMissingOrEmptyAreNamedAtOnce() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> ingest(folder.resolve("run"), List.of(folder.resolve("nowhere"), empty), 1))
                .isInstanceOfSatisfying(
                        ProblemsException.class, e -> assertThat(e.problems()).hasSize(2));
    }

    private Map<String, byte[]> files(Path run, int threads) throws IOException {
        ingest(run, List.of(docs), threads).close();
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : OUT) {
            files.put(name, Files.readAllBytes(run.resolve(name)));
        }
        return files;
    }

    private static Ingest.Result ingest(Path run, List<Path> sources, int threads) {
        return Ingest.with(List.of(new PlainReader()))
                .into(run, sources, ReadOptions.DEFAULT.withThreads(threads), Watcher.NOBODY);
    }

    private static final class PlainReader implements DocumentReader {
        @Override
        public List<String> endings() {
            return List.of("txt");
        }

        @Override
        public void read(Source source, DocumentSink sink) {
            String text = new String(source.bytes(1 << 20), StandardCharsets.UTF_8);
            if (text.equals("fail")) {
                throw new ReadException("broken on purpose", "");
            }
            sink.document(new DocumentBuilder().paragraph(text, List.of()).build(source.uri(), source.stem(), "und"));
        }
    }
}
