package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.check.ProblemsException;
import dev.lectern.people.Human;
import dev.lectern.people.ReviewSheet;
import dev.lectern.people.Reviews;
import dev.lectern.sample.Sample;
import dev.lectern.sheet.Sheet;
import dev.lectern.sheet.Sheets;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows go out to experts and come back by id; what they wrote stays as they wrote it. */
class PeopleTest {
    @TempDir
    private Path folder;

    private Path run = Path.of("");

    @BeforeEach
    void pages() throws IOException {
        run = folder.resolve("out");
        Files.writeString(folder.resolve("page.md"), """
                # Paper mill

                The mill on the Aare made paper from rags until the new hall was built. Twelve people worked at the vats in the old \
                hall every winter. The river froze in January and the wheel stood still for three weeks.

                ## Felt

                A felt is wool cloth that takes water out of each sheet at the press. Felts last about nine months before they are \
                replaced by the master. Old felts are sold to farmers who lay them over their seedlings.
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void whatPeopleDidInTheSheetIsInTheDatasetToTheLetter(String ending) throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            build(server);
            List<Sample> before = samples();
            assertThat(before).hasSizeGreaterThan(3);
            Path sheet = folder.resolve("rows." + ending);
            List<List<String>> rows = written(sheet);
            assertThat(rows).hasSize(before.size());
            assertThat(read(sheet)).as("untouched, it says nothing").isEmpty();

            List<List<String>> worked = new ArrayList<>();
            worked.add(with(rows.get(0), 4, "=Twelve, \"every\" winter.\nAt the vats — 十二人。"));
            worked.add(with(rows.get(1), 7, "reject"));
            worked.add(with(with(rows.get(2), 7, "accept"), 8, "4,5"));
            worked.add(List.of(
                    "",
                    "",
                    "",
                    "Who owns the mill?",
                    "The Koller family has owned it since 1780.",
                    "",
                    "",
                    "",
                    "",
                    ""));
            Sheets.write(sheet, ReviewSheet.COLUMNS, worked.stream(), "-o");
            Reviews.in(run).with(ReviewSheet.read(Sheets.read(sheet, ""), run)).write(run);
            int paid = server.counts().requests();
            Result again = build(server);
            assertThat(server.counts().requests()).isEqualTo(paid);

            Map<String, Sample> after = samples().stream().collect(Collectors.toMap(Sample::id, sample -> sample));
            assertThat(after)
                    .doesNotContainKeys(rows.get(0).getFirst(), rows.get(1).getFirst());
            assertThat(after.values())
                    .filteredOn(sample -> sample.id().equals(rows.get(2).getFirst()))
                    .singleElement()
                    .satisfies(sample -> assertThat(sample.scores()).containsEntry("rating", 4.5));
            List<Sample> human = after.values().stream().filter(Human::isRow).toList();
            assertThat(human)
                    .extracting(Sample::answer)
                    .containsExactlyInAnyOrder(
                            "=Twelve, \"every\" winter.\nAt the vats — 十二人。",
                            "The Koller family has owned it since 1780.");
            assertThat(human).allSatisfy(row -> assertThat(row.scores()).containsEntry(Human.WEIGHT, 2.0));
            assertThat(again.report().samples().dropped().keySet())
                    .anyMatch(reason -> reason.endsWith("rejected by a person"));
            assertThat(Files.readString(run.resolve("data/openai/train.jsonl"))).contains("The Koller family");
        }
    }

    @Test
    void ofTwoThatSayTheSameThePersonsStays() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            build(server);
            Sample copied = samples().getFirst();
            Path sheet = folder.resolve("more.csv");
            Sheets.write(
                    sheet, List.of("question", "answer"), Stream.of(List.of(copied.instruction(), "Short.")), "-o");
            Reviews.NONE.with(ReviewSheet.read(Sheets.read(sheet, ""), run)).write(run);
            build(server);
            assertThat(samples())
                    .filteredOn(sample -> sample.instruction().equals(copied.instruction()))
                    .extracting(Sample::answer)
                    .containsExactly("Short.");
        }
    }

    @Test
    void aSeedWithAPersonsAnswerIsARowToTheLetter() throws IOException {
        Path seeds = folder.resolve("seeds.csv");
        Sheets.write(
                seeds,
                List.of("question", "answer", "task", "by"),
                Stream.of(
                        List.of("Who owns the mill?", "The Koller family,\nsince 1780.", "qa", ""),
                        List.of("How many people worked at the vats?", "", "", ""),
                        List.of("What is felt?", "Some cloth.", "", "model")),
                "-o");
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            server.heardBy(request -> assertThat(request).doesNotContain("since 1780"));
            Lectern.into(run)
                    .documents(folder.resolve("page.md"))
                    .seeds(seeds)
                    .environment(Map.of())
                    .model("writer", "openai:test")
                    .baseUrl(server.baseUrl())
                    .build();
        }
        assertThat(samples())
                .filteredOn(Human::isRow)
                .singleElement()
                .satisfies(row -> assertThat(row.answer()).isEqualTo("The Koller family,\nsince 1780."));
    }

    @Test
    void everythingThatCannotBeUsedIsSaidAtOnce() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            build(server);
        }
        Path sheet = folder.resolve("bad.csv");
        Sheets.write(
                sheet,
                List.of("id", "question", "answer", "decision", "rating"),
                Stream.of(
                        List.of("nobody", "", "", "accept", ""),
                        List.of("", "Only a question?", "", "", ""),
                        List.of(samples().getFirst().id(), "", "", "perhaps", ""),
                        List.of(samples().getFirst().id(), "", "", "accept", "many")),
                "-o");
        Sheet rows = Sheets.read(sheet, "");
        assertThatThrownBy(() -> ReviewSheet.read(rows, run))
                .isInstanceOfSatisfying(
                        ProblemsException.class, e -> assertThat(e.problems()).hasSize(4));
    }

    private Result build(ModelServer server) {
        return Lectern.into(run)
                .documents(folder.resolve("page.md"))
                .environment(Map.of())
                .model("writer", "openai:test")
                .baseUrl(server.baseUrl())
                .build();
    }

    private List<List<String>> written(Path sheet) {
        Sheets.write(sheet, ReviewSheet.COLUMNS, ReviewSheet.rows(run), "-o");
        try (Stream<List<String>> rows = ReviewSheet.rows(run)) {
            return rows.toList();
        }
    }

    private List<?> read(Path sheet) {
        return ReviewSheet.read(Sheets.read(sheet, ""), run);
    }

    private List<Sample> samples() throws IOException {
        return Files.readAllLines(run.resolve("samples.jsonl")).stream()
                .map(line -> Json.read(line, Sample.class))
                .toList();
    }

    private static List<String> with(List<String> row, int column, String cell) {
        List<String> changed = new ArrayList<>(row);
        changed.set(column, cell);
        return changed;
    }
}
