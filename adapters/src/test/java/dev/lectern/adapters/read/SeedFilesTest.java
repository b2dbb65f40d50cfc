package dev.lectern.adapters.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import dev.lectern.seed.Seed;
import dev.lectern.seed.Seeds;
import dev.lectern.seed.Skipped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that people wrote, in every kind of file that they keep them in. */
class SeedFilesTest {
    @TempDir
    Path folder;

    private Seeds read(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        return Seeds.read(file, "auto");
    }

    @Test
    void aTextHoldsOneQuestionALineAndWhatSaysNothingNewIsCounted() throws IOException {
        Seeds seeds = read("seeds.txt", "How is tea dried?\n\nWhich tea is green?\nhow is tea dried\n  \n龙井茶怎么炒？\n");
        assertThat(seeds.seeds())
                .extracting(Seed::question)
                .containsExactly("How is tea dried?", "Which tea is green?", "龙井茶怎么炒？");
        assertThat(seeds.seeds()).extracting(Seed::language).containsExactly("en", "en", "zh");
        assertThat(seeds.skipped())
                .containsExactly(
                        new Skipped(2, "blank"), new Skipped(4, "duplicate of line 1"), new Skipped(5, "blank"));
    }

    @Test
    void aTableKeepsTheAnswersOfPeopleAndTellsWhoWroteARow() throws IOException {
        Seeds seeds = read("种子.csv", "编号,问题,答案,来源\n1,\"水温多少\n合适？\",二十度,人工\n2,多久换水？,,模型\n,,,\n3,,不知道,人工\n");
        assertThat(seeds.seeds()).extracting(Seed::question).containsExactly("水温多少\n合适？", "多久换水？");
        assertThat(seeds.seeds()).extracting(Seed::answer).containsExactly(Optional.of("二十度"), Optional.empty());
        assertThat(seeds.seeds()).extracting(Seed::human).containsExactly(true, false);
        assertThat(seeds.seeds()).extracting(Seed::line).containsExactly(2, 4);
        assertThat(seeds.skipped()).containsExactly(new Skipped(5, "blank"), new Skipped(6, "blank"));
    }

    @Test
    void excelJsonAndJsonLinesGiveTheSameSeeds() throws IOException {
        Seeds lines =
                read("a.jsonl", "{\"instruction\":\"What is a weir?\",\"task\":\"qa\"}\n\"Who built the mill?\"\n");
        Seeds list = read("a.json", "[\n{\"Question\":\"What is a weir?\",\"kind\":\"qa\"},\n\"Who built the mill?\"]");
        Seeds member =
                read("b.json", "{\"topic\":{\"x\":[1]},\"questions\":[\"What is a weir?\",\n\"Who built the mill?\"]}");
        Path book = folder.resolve("a.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(book)) {
            XSSFSheet sheet = workbook.createSheet();
            String[][] cells = {{"No", " Question "}, {"1", "What is a weir?"}, {"2", ""}, {"3", "Who built the mill?"}
            };
            for (int r = 0; r < cells.length; r++) {
                XSSFRow row = sheet.createRow(r);
                row.createCell(0).setCellValue(cells[r][0]);
                row.createCell(1).setCellValue(cells[r][1]);
            }
            workbook.write(out);
        }
        Seeds excel = Seeds.read(book, "auto");
        assertThat(list.digest())
                .isEqualTo(lines.digest())
                .isEqualTo(member.digest())
                .isEqualTo(excel.digest());
        assertThat(excel.seeds()).extracting(Seed::line).containsExactly(2, 4);
        assertThat(excel.skipped()).containsExactly(new Skipped(3, "blank"));
        assertThat(list.seeds()).extracting(Seed::line).containsExactly(2, 3);
    }

    @Test
    void everyBadLineIsNamedAtOnce() {
        assertThatThrownBy(() ->
                        read("bad.jsonl", "{\"question\":\"Fine?\"}\n{\"question\":\n[1]\n{\"frage\":\"Was?\"}\n"))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        e -> assertThat(e.problems())
                                .extracting(p -> p.where().replaceAll(".*, ", "") + " "
                                        + p.what().replaceAll("\\(.*", ""))
                                .containsExactly(
                                        "line 2 no valid JSON ",
                                        "line 3 neither an object nor a text",
                                        "line 4 no question "));
    }

    @Test
    void aFileWithoutQuestionsIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> read("empty.txt", "\n \n")).hasMessageContaining("no row holds a question");
        assertThatThrownBy(() -> read("seeds.pptx", "x"))
                .hasMessageContaining(".csv .json .jsonl .ndjson .text .tsv .txt .xlsx");
        assertThatThrownBy(() -> Seeds.read(folder.resolve("none.txt"), "auto"))
                .hasMessageContaining("there is no file");
        assertThatThrownBy(() -> read("broken.xlsx", "no zip")).hasMessageContaining("no Excel workbook");
    }

    @Test
    void oldEncodingsAreRead() throws IOException {
        Path file = folder.resolve("gbk.txt");
        Files.write(file, "龙井茶的鲜叶什么时候采摘？\n炒制的温度是多少？\n".getBytes(Charset.forName("GB18030")));
        assertThat(Seeds.read(file, "auto").seeds())
                .extracting(Seed::question)
                .containsExactly("龙井茶的鲜叶什么时候采摘？", "炒制的温度是多少？");
    }
}
