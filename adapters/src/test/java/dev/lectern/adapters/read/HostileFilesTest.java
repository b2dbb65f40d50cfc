package dev.lectern.adapters.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Document;
import dev.lectern.ingest.Ingest;
import dev.lectern.ingest.IngestReport;
import dev.lectern.ingest.ReadOptions;
import dev.lectern.ingest.Watcher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to harm: each is read, or skipped with its reason, and none stops the rest. */
class HostileFilesTest {
    @Test
    void everyHostileFileIsReadOrSkippedAsItShould(@TempDir Path run) {
        Path made = Reading.publicData("docs_hostile/made");
        Map<String, String> texts = new TreeMap<>();
        Map<String, String> skipped = new TreeMap<>();
        try (Ingest.Result result =
                Ingest.installed().into(run, List.of(made), ReadOptions.DEFAULT.withThreads(2), Watcher.NOBODY)) {
            result.corpus().everyDocument().forEach((Document d) -> texts.put(d.uri(), d.text()));
            for (IngestReport.Skipped s : result.report().skipped()) {
                skipped.put(s.file(), s.reason());
            }
            assertThat(result.report().problems())
                    .extracting(IngestReport.FileProblem::file)
                    .contains("broken.jsonl", "mixed_utf8_then_gbk.txt");
        }
        assertThat(texts.get("zh_gb18030.txt")).contains("你应该在每个页面的顶部");
        assertThat(texts.get("zh_utf8_bom.md")).isEqualTo(texts.get("zh_original_utf8.md"));
        for (String same : List.of("zh_utf16le_bom.txt", "zh_utf16be_nobom.txt")) {
            assertThat(texts.get(same)).as(same).isEqualTo(texts.get("zh_gb18030.txt"));
        }
        assertThat(texts.getOrDefault("crlf_cr_mixed.txt", "").lines().filter(l -> !l.isBlank()))
                .hasSize(4);
        assertThat(texts.get("script_style_hidden.html"))
                .contains("Visible & kept.")
                .doesNotContain("SCRIPT_TEXT")
                .doesNotContain("COMMENT_TEXT");
        assertThat(texts.get("docx_minimal_ok.docx")).isEqualTo("Plain minimal paragraph.");
        assertThat(texts.get("csv_semicolon_cp1252.csv")).contains("Größe", "über", "€");
        assertThat(texts)
                .containsKeys(
                        "broken.jsonl#1",
                        "weird name (1) 中文 ’ .txt",
                        "one_line_5mb.txt.gz",
                        "no_space_2mb.txt.gz",
                        "deep_nested_200k.html.gz",
                        "text_named.pdf");
        assertThat(skipped.get("pdf_named.txt")).startsWith("no readable PDF");
        assertThat(skipped)
                .containsKeys(
                        "empty.txt",
                        "only_whitespace.md",
                        "docx_bomb_120mb.docx",
                        "docx_no_document_part.docx",
                        "docx_cut_in_half.docx",
                        "binary_random.md",
                        "zip_slip.zip",
                        "billion_laughs.xml",
                        "xxe.xml");
        assertThat(skipped.get("zip_slip.zip")).startsWith("format not supported yet: .zip (supported: ");
    }

    @Test
    void foreignTestFilesStopNothing(@TempDir Path run) {
        Path real = Reading.publicData("docs_hostile/real");
        try (Ingest.Result result =
                Ingest.installed().into(run, List.of(real), ReadOptions.DEFAULT.withThreads(2), Watcher.NOBODY)) {
            assertThat(result.report().skipped())
                    .allSatisfy(s -> assertThat(s.reason()).isNotBlank());
            assertThat(result.report().skipped())
                    .anySatisfy(s -> assertThat(s.reason()).contains("encrypted"));
        }
    }
}
