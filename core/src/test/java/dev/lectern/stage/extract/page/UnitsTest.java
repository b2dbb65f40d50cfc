package dev.lectern.stage.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Range | 0 to 5,000 | Unit | ppm | 0 to 5,000 ppm",
                "Default | -20 | Units | °C | -20 °C",
                "Value | 2.5 | Unit | µmol/m²/s | 2.5 µmol/m²/s",
                "Value | 10..20 | unit | minutes | 10..20 minutes",
                "范围 | 2.0 至 8.0 | 单位 | mg/L | 2.0 至 8.0 mg/L",
                "默认值 | 38 | 单位 | ℃ | 38 ℃",
                "範圍 | 0～60 | 單位 | 分鐘 | 0～60 分鐘",
            })
    void aNumberHasTheUnitOfItsRow(String header, String cell, String unitHeader, String unit, String answer) {
        assertThat(answer(header, cell, unitHeader, unit)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Range | on request | Unit | ppm",
                "Range | 0 to 100 °C | Unit | °C",
                "Default | UTF-8 | Unit | B",
                "Default | 6.5 | Unit | n/a",
                "Default | 6.5 | Unit | none",
                "默认值 | 6.5 | 单位 | 无",
                "Size | 22 | Unit | Algebra",
                "Size | 120 | Unit | Alpha Company",
                "Version | 3 | Unit | s",
                "Range | 3 | Step | s",
            })
    void allElseIsAnsweredAsItStands(String header, String cell, String unitHeader, String unit) {
        assertThat(answer(header, cell, unitHeader, unit)).isEqualTo(cell);
    }

    @Test
    void whatRowsAreCalledByIsNoUnit() {
        assertThat(answer(List.of("Unit", "Value"), List.of("mm", "2.54"), 1)).isEqualTo("2.54");
    }

    @Test
    void twoNumbersOfARowDoNotOverlapForTheirUnit() {
        Document document = document(List.of("Key", "Range", "Default", "Unit"), List.of("x", "1 to 5", "2", "s"));
        assertThat(measured(document, 1).overlaps(measured(document, 2))).isFalse();
        assertThat(measured(document, 1).overlaps(measured(document, 1))).isTrue();
    }

    private static String answer(String header, String cell, String unitHeader, String unit) {
        String after = answer(List.of("Key", header, unitHeader), List.of("x", cell, unit), 1);
        assertThat(answer(List.of("Key", unitHeader, header), List.of("x", unit, cell), 2))
                .isEqualTo(after);
        return after;
    }

    private static String answer(List<String> headers, List<String> row, int column) {
        Document document = document(headers, row);
        Answer answer = measured(document, column);
        assertThat(answer.start()).isLessThan(answer.end());
        return answer.text(document.text());
    }

    private static Answer measured(Document document, int column) {
        Page page = Page.of(document, Optional.empty());
        Block.Table table = page.sections().stream()
                .flatMap(section -> section.blocks(Block.Table.class))
                .findFirst()
                .orElseThrow();
        List<String> headers = table.rows().getFirst().stream().map(page::text).toList();
        return Units.measured(page, headers, table.rows().getLast(), column);
    }

    private static Document document(List<String> headers, List<String> row) {
        return new DocumentBuilder()
                .heading(1, "Sensors", List.of())
                .table(true, List.of(headers, row))
                .build("sensors.md", "Sensors", "en");
    }
}
