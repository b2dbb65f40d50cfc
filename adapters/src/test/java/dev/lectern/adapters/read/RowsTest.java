package dev.lectern.adapters.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.ReadException;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void aTextColumnMakesADocumentOfEachRow() {
        Reading rows =
                Reading.of(new CsvReader(), "log.csv", "id;Text;title\n7;\"Line one\nline; two\";Flood\n8;Dry;\n");
        assertThat(rows.documents).extracting(Document::uri).containsExactly("log.csv#1", "log.csv#2");
        assertThat(rows.documents.getFirst().title()).isEqualTo("Flood");
        assertThat(rows.documents.getFirst().text()).isEqualTo("Line one\nline; two");
        assertThat(rows.documents.getFirst().details()).containsEntry("id", "7");
    }

    @Test
    void questionsAndAnswersAreOneTable() {
        Reading faq = Reading.of(new CsvReader(), "faq.csv", "question,answer\nWhy?,\"Because, well\"\nHow?,So\n");
        assertThat(Reading.blocks(faq.only()))
                .containsExactly(
                        "Table: | question | answer |\n| --- | --- |\n| Why? | Because, well |\n| How? | So |");
    }

    @Test
    void goodLinesAreKeptAndBadOnesToldByNumber() {
        Reading lines = Reading.of(
                new JsonLinesReader(),
                "a.jsonl",
                "{\"text\":\"good\"}\n{\"text\":\"cut\n[1]\n{\"id\":4}\n{\"text\":\"again\",\"lang\":\"en\"}\n");
        assertThat(lines.documents).extracting(Document::uri).containsExactly("a.jsonl#1", "a.jsonl#5");
        assertThat(lines.problems).hasSize(3).allSatisfy(p -> assertThat(p).containsPattern("[234]"));
    }

    @Test
    void withoutATextColumnTheReasonNamesTheFields() {
        assertThatThrownBy(() -> Reading.of(new JsonReader(), "a.json", "[{\"instruction\":\"x\",\"output\":\"y\"}]"))
                .isInstanceOfSatisfying(ReadException.class, e -> {
                    assertThat(e.what()).contains("no text column");
                    assertThat(e.fix()).contains("instruction, output");
                });
    }
}
