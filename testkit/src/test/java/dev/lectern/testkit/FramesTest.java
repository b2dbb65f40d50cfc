package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.kind.Frame;
import dev.lectern.kind.Variety;
import dev.lectern.prompt.PromptLibrary;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.sample.Sample;
import dev.lectern.sheet.Sheets;
import dev.lectern.text.Chance;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Experts say in a sheet how they want instructions; rows say after which frame they were asked. */
class FramesTest {
    private static final List<String> HEADER =
            List.of("id", "task", "pattern", "persona", "constraints", "answer", "weight");
    private static final List<List<String>> ROWS = List.of(
            List.of("f1", "qa", "What goes wrong when {X} happens?", "a night-shift keeper", "", "", "3"),
            List.of("f2", "summarization", "", "", "names the season", "one sentence, without figures", ""),
            List.of("", "", "", "", "", "", ""));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void rowsCarryTheFrameThatTheyWereAskedAfter(String ending) throws IOException {
        ManyDocuments.english(folder.resolve("documents"), 15);
        ManyDocuments.chinese(folder.resolve("documents"), 15);
        Path sheet = folder.resolve("frames." + ending);
        Sheets.write(sheet, HEADER, ROWS.stream(), "--frames");
        List<Sample> rows = rows(build(sheet));
        for (String language : List.of("en", "zh")) {
            Set<String> asked = rows.stream()
                    .filter(row -> row.language().equals(language))
                    .map(row -> row.task() + " " + row.tags().get(Frame.TAG))
                    .collect(Collectors.toSet());
            assertThat(asked).as(language).isEqualTo(Set.of("qa f1", "summarization f2"));
        }
        assertThat(rows)
                .filteredOn(row -> row.task().equals("summarization"))
                .as("the form is the expert's")
                .noneMatch(row -> row.tags().containsKey("form"));
        assertThat(rows.stream().filter(row -> row.task().equals("qa")).count())
                .as("three times as often")
                .isGreaterThan(rows.stream()
                        .filter(row -> row.task().equals("summarization"))
                        .count());
    }

    @Test
    void columnsMayHaveTheirChineseNamesAndIdsMayBeLeftOut() throws IOException {
        ManyDocuments.chinese(folder.resolve("documents"), 6);
        Path sheet = Files.writeString(folder.resolve("frames.csv"), "任务,句式,身份\n问答,,\nqa,为什么{X}？,夜班看守\n");
        assertThatThrownBy(() -> build(sheet))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::what)
                                .containsExactly("there is no task '问答'", "the frame says nothing of how to ask"));
        Files.writeString(sheet, "任务,句式,身份\nqa,为什么{X}？,夜班看守\n");
        Result result = build(sheet);
        assertThat(rows(result))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.tags().get(Frame.TAG)).hasSize(8));
        assertThat(result.report().variety().get(Frame.TAG)).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceBeforeAnyCall() throws IOException {
        ManyDocuments.english(folder.resolve("documents"), 2);
        Path sheet = Files.writeString(
                folder.resolve("frames.csv"),
                "id,task,pattern,weight\na,qa,Why {X}?,0\nb,summarisation,Sum up,1\nc,qa,,1\nd,qa,How {X}?,1\nd,qa,When {X}?,1\n");
        assertThatThrownBy(() -> build(sheet)).isInstanceOfSatisfying(ProblemsException.class, e -> {
            assertThat(e.problems())
                    .extracting(Problem::what)
                    .containsExactly(
                            "the weight of a frame is a number above 0",
                            "there is no task 'summarisation'",
                            "the frame says nothing of how to ask",
                            "two frames have the id 'd'");
            assertThat(e.problems())
                    .allSatisfy(problem -> assertThat(problem.where()).contains(", line "));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whatAFrameSaysReachesWhoeverAsksAndWhoeverAnswers(String language) {
        Frame frame = new Frame("f", "", "Why {X}?", "a keeper", "asks for a reason", "two sentences", 1);
        TreeMap<String, String> drawn =
                new TreeMap<>(Map.of("phrasing", "brief", "audience", "learner", "form", "list"));
        Variety.frame(List.of(frame), "qa", drawn, new Chance(1, "here"), "what the passage says", 0);
        assertThat(drawn).doesNotContainKeys("phrasing", "audience", "form");
        PromptLibrary prompts = ResourcePrompts.shipped();
        assertThat(Variety.asking(List.of(Map.entry("qa", drawn)), List.of(frame), prompts, language))
                .contains("Why {X}?", "a keeper", "asks for a reason")
                .doesNotContain("two sentences");
        assertThat(Variety.answering(drawn, prompts, language))
                .contains("- two sentences")
                .doesNotContain("keeper");
    }

    private Result build(Path sheet) {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            return Lectern.into(folder.resolve("out"))
                    .documents(folder.resolve("documents"))
                    .frames(sheet)
                    .environment(Map.of())
                    .model("writer", "openai:test")
                    .baseUrl(server.baseUrl())
                    .retrieve("own")
                    .build();
        }
    }

    private static List<Sample> rows(Result result) throws IOException {
        try (Stream<String> lines = Files.lines(result.folder().resolve("samples.jsonl"))) {
            return lines.map(line -> Json.read(line, Sample.class)).toList();
        }
    }
}
