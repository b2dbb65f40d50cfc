package dev.lectern.adapters.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.ingest.Ingest;
import dev.lectern.ingest.IngestReport;
import dev.lectern.ingest.ReadOptions;
import dev.lectern.ingest.Watcher;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real documents, read whole. */
class PublicDocumentsTest {
    private static final String READ = ".*\\.(?:md|txt|html|htm|pdf|docx|csv)";

    @Test
    void everyFileIsReadOrSkippedWithItsReasonAndAllPhrasesAreFound(@TempDir Path run) throws IOException {
        Path docs = Reading.publicData("docs");
        try (Ingest.Result result =
                Ingest.installed().into(run, List.of(docs), ReadOptions.DEFAULT.withThreads(2), Watcher.NOBODY)) {
            List<String> missing = new ArrayList<>();
            phrases(Files.readString(docs.resolve("expected_phrases.json")), "docs/", result.corpus(), missing);
            try (InputStream seen = Objects.requireNonNull(getClass().getResourceAsStream("pdf_phrases.json"))) {
                phrases(new String(seen.readAllBytes(), StandardCharsets.UTF_8), "", result.corpus(), missing);
            }
            assertThat(missing).isEmpty();
            everyFileIsAccountedFor(docs, result.report(), result.corpus());
        }
    }

    private static void everyFileIsAccountedFor(Path docs, IngestReport report, Corpus corpus) throws IOException {
        List<String> read = corpus.everyDocument()
                .map(Document::uri)
                .map(uri -> uri.replaceFirst("#.*", ""))
                .toList();
        List<String> skipped =
                report.skipped().stream().map(IngestReport.Skipped::file).toList();
        try (Stream<Path> files = Files.walk(docs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String uri = docs.relativize(file).toString().replace('\\', '/');
                assertThat(read.contains(uri) || skipped.contains(uri)).as(uri).isTrue();
            }
        }
        assertThat(skipped.stream().filter(f -> f.matches(READ)))
                .containsExactlyInAnyOrder("pdf/haystack_image_only.pdf", "pdf/tika_testOCR.pdf");
        assertThat(report.pagesWithoutText())
                .extracting(IngestReport.PagesWithoutText::file)
                .contains("pdf/haystack_sample_pdf_1.pdf");
        assertThat(report.skipped()).allSatisfy(s -> assertThat(s.reason()).isNotBlank());
    }

    private static void phrases(String json, String strip, Corpus corpus, List<String> missing) throws IOException {
        for (JsonNode file : Json.mapper().readTree(json)) {
            String uri = strip.isEmpty()
                    ? "pdf/" + file.get("file").asText()
                    : file.get("file").asText().substring(strip.length());
            if (!uri.matches(READ)) {
                continue;
            }
            Optional<String> text = corpus.documents().stream()
                    .filter(Document.idOf(uri)::equals)
                    .findFirst()
                    .map(id -> folded(corpus.document(id).text()));
            for (JsonNode phrase : file.get("phrases")) {
                if (!text.orElse("").contains(folded(phrase.asText()))) {
                    missing.add(uri + ": " + phrase.asText());
                }
            }
        }
    }

    /** White space folded; ticks, which only show what is code, and the forms of joined letters count for nothing. */
    private static String folded(String text) {
        return text.replace("ﬃ", "ffi")
                .replace("ﬄ", "ffl")
                .replace("ﬀ", "ff")
                .replace("ﬁ", "fi")
                .replace("ﬂ", "fl")
                .replace("`", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
