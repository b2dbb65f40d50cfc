package dev.lectern.export.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.seed.Facts;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that still say what has changed are found in every layout, and no others. */
class OldFactsTest {
    private static final int CHANGES = 50;

    @TempDir
    Path folder;

    private static Facts facts() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            rows.add(new Row(
                    i + 1,
                    Map.of(
                            "old", (10 + i) + " days",
                            "new", (110 + i) + " days",
                            "question", "How often must the pump of station " + i + " be oiled?",
                            "source", "manual.md")));
        }
        rows.add(new Row(CHANGES + 1, Map.of("old", "北站的闸门由石板做成", "new", "北站的闸门由木板做成", "source", "手册.md")));
        return Facts.of(new Sheet("facts", rows, List.of()), "auto");
    }

    private List<Long> lines(String name, List<String> rows) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Path file = Files.write(folder.resolve(name), rows);
        DataCheck.run(file, Trainer.OPENAI, facts(), findings::add);
        return findings.stream()
                .filter(finding -> finding.rule().equals("old-fact"))
                .map(Finding::line)
                .toList();
    }

    @Test
    void everyPlantedRowIsFoundInEveryLayoutAndNoOther() throws IOException {
        List<String> openai = new ArrayList<>();
        List<String> sharegpt = new ArrayList<>();
        List<String> alpaca = new ArrayList<>();
        List<Long> planted = new ArrayList<>();
        for (int i = 0; i < 2 * CHANGES; i++) {
            // Every second row is up to date, or has the old number about something else.
            int fact = i / 2;
            boolean old = i % 2 == 0;
            String question = old || fact % 2 == 0
                    ? "When does station " + fact + " need its pump oiled, how often?"
                    : "How long may milk be kept?";
            String answer = old
                    ? "The pump of station " + fact + " must be oiled every " + (10 + fact) + " days."
                    : fact % 2 == 0
                            ? "The pump of station " + fact + " must be oiled every " + (110 + fact) + " days."
                            : "Milk keeps for " + (10 + fact) + " days.";
            if (old) {
                planted.add(i + 1L);
            }
            openai.add("{\"messages\":[{\"role\":\"user\",\"content\":\"" + question
                    + "\"},{\"role\":\"assistant\",\"content\":\"" + answer + "\"}]}");
            sharegpt.add("{\"conversations\":[{\"from\":\"human\",\"value\":\"" + question
                    + "\"},{\"from\":\"gpt\",\"value\":\"" + answer + "\"}]}");
            alpaca.add("{\"instruction\":\"" + question + "\",\"input\":\"\",\"output\":\"" + answer + "\"}");
        }
        assertThat(lines("openai.jsonl", openai)).isEqualTo(planted);
        assertThat(lines("sharegpt.jsonl", sharegpt)).isEqualTo(planted);
        assertThat(lines("alpaca.jsonl", alpaca)).isEqualTo(planted);
    }

    @Test
    void ofTwoSentencesThePartThatDiffersIsLookedFor() throws IOException {
        assertThat(lines(
                        "zh.jsonl",
                        List.of(
                                "{\"instruction\":\"北站的闸门是用什么做的？\",\"input\":\"\",\"output\":\"北站的闸门由石板做成。\"}",
                                "{\"instruction\":\"北站的闸门是用什么做的？\",\"input\":\"\",\"output\":\"北站的闸门由木板做成。\"}",
                                "{\"instruction\":\"路面用什么铺？\",\"input\":\"\",\"output\":\"用石板铺。\"}")))
                .containsExactly(1L);
    }
}
