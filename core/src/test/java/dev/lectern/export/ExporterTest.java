package dev.lectern.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import dev.lectern.export.check.DataCheck;
import dev.lectern.export.check.Finding;
import dev.lectern.export.check.Trainer;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Chance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExporterTest {
    private static final Path GOLDEN = Path.of(System.getProperty("lectern.root"), "core/src/test/resources/export");

    @TempDir
    Path folder;

    private Exporter.Result export(List<Sample> samples, String split) {
        return export(samples, split, "openai", "sharegpt", "alpaca");
    }

    private Exporter.Result export(List<Sample> samples, String split, String... formats) {
        return export(samples, split, Reasoning.THINK_TAGS, formats);
    }

    private Exporter.Result export(List<Sample> samples, String split, Reasoning reasoning, String... formats) {
        return new Exporter(
                        Formats.named(List.of(formats)),
                        Splits.parse(split),
                        new Chance(42, "split"),
                        Evidence::passage,
                        reasoning)
                .write(samples::stream, folder);
    }

    /** Golden files are written anew with -Dlectern.golden=write; read them before you commit. */
    private void same(String golden, Path written) throws IOException {
        Path file = GOLDEN.resolve(golden);
        if ("write".equals(System.getProperty("lectern.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.copy(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(Files.readString(written)).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "sharegpt", "alpaca"})
    void writesWhatTheGoldenFileShows(String format) throws IOException {
        export(Some.PLAIN, "train=1");
        same("plain." + format + ".jsonl", folder.resolve("data/" + format + "/train.jsonl"));
    }

    @Test
    void aChainOfThoughtIsLeftOutUnlessItIsAskedFor() throws IOException {
        export(Some.PLAIN, "train=1", Reasoning.DROP, "openai", "sharegpt", "alpaca");
        for (String format : List.of("openai", "sharegpt", "alpaca")) {
            assertThat(Files.readString(folder.resolve("data/" + format + "/train.jsonl")))
                    .doesNotContain("seven", "think", "reasoning_content");
        }
    }

    @Test
    void aChainOfThoughtInAFieldIsReadBackAndTakenByTrainers() throws IOException {
        Exporter.Result result = export(Some.PLAIN, "train=1", Reasoning.FIELD, "openai", "sharegpt", "alpaca");
        assertThat(result.notes()).extracting(Note::key).containsExactly("openai-with-reasoning");
        for (String name : List.of("openai", "sharegpt", "alpaca")) {
            Format format = Formats.named(List.of(name)).getFirst();
            List<String> lines = Files.readAllLines(folder.resolve("data/" + name + "/train.jsonl"));
            assertThat(lines).allMatch(line -> line.contains("\"reasoning_content\":\""));
            assertThat(format.read(Some.json(lines.getLast())))
                    .isEqualTo(Some.PLAIN.getLast().messages());
        }
    }

    @Test
    void withoutAThoughtThereIsNoFieldForIt() throws IOException {
        Exporter.Result result = export(Some.PLAIN.subList(0, 3), "train=1", Reasoning.FIELD, "openai");
        assertThat(result.notes()).isEmpty();
        assertThat(Files.readString(folder.resolve("data/openai/train.jsonl"))).doesNotContain("reasoning_content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "sharegpt"})
    void writesToolCallsAsEachTargetWantsThem(String format) throws IOException {
        export(Some.WITH_TOOLS, "train=1");
        same("tools." + format + ".jsonl", folder.resolve("data/" + format + "/train.jsonl"));
    }

    @Test
    void registersEveryFileForLlamaFactoryInAscii() throws IOException {
        export(Some.PLAIN, "train=0.7,validation=0.3");
        same("dataset_info.json", folder.resolve("dataset_info.json"));
        assertThat(Files.readAllBytes(folder.resolve("dataset_info.json"))).matches(bytes -> {
            for (byte b : bytes) {
                if (b < 0) {
                    return false;
                }
            }
            return true;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "openai, openai",
        "openai, trl",
        "openai, llama-factory",
        "openai, axolotl",
        "sharegpt, llama-factory",
        "sharegpt, axolotl",
        "alpaca, llama-factory"
    })
    void everyTrainerThatALayoutIsForTakesEveryRow(String format, String trainer) {
        export(Some.PLAIN, "train=1");
        List<Finding> findings = new ArrayList<>();
        boolean history = format.equals("alpaca") && trainer.equals("axolotl");
        DataCheck.run(folder.resolve("data/" + format), Trainer.named(trainer), findings::add)
                .forEach(file -> assertThat(file.accepted() || history)
                        .as(() -> findings.toString())
                        .isTrue());
    }

    @Test
    void theWholeFolderPassesWithItsOwnRegistry() {
        export(Some.WITH_TOOLS, "train=1");
        List<Finding> findings = new ArrayList<>();
        assertThat(DataCheck.run(folder.resolve("dataset_info.json"), Trainer.LLAMA_FACTORY, findings::add))
                .hasSize(3)
                .allMatch(DataCheck.FileResult::accepted);
        assertThat(findings).isEmpty();
    }

    @Test
    void linesEndInLineFeedsAndHoldNoOtherBreak() throws IOException {
        export(Some.PLAIN, "train=1");
        for (String format : List.of("openai", "sharegpt", "alpaca")) {
            String text = Files.readString(folder.resolve("data/" + format + "/train.jsonl"));
            assertThat(text)
                    .endsWith("}\n")
                    .doesNotContain("\r", "\u2028", "\u2029", "\u0085")
                    .contains("\\u2028", "💧", "“干燥”");
            assertThat(text.lines()).hasSize(Some.PLAIN.size());
        }
    }

    @Test
    void saysWhatALayoutCannotCarry() {
        Exporter.Result result = export(Some.WITH_TOOLS, "train=1");
        assertThat(result.notes().stream().map(n -> n.in("en")))
                .containsExactlyInAnyOrder(
                        "1 rows are not in the alpaca layout: it has no place for tools.",
                        "dataset_info.json has no entry for the openai layout, because LLaMA-Factory would misread its tool calls; train from the sharegpt layout there.");
        assertThat(result.outputs().stream().map(o -> o.path() + " " + o.rows()))
                .containsExactly(
                        "data/openai/train.jsonl 2", "data/sharegpt/train.jsonl 2", "data/alpaca/train.jsonl 1");
    }

    @Test
    void readsBackAndSaysWhichRowsWouldBeSkipped() {
        Sample odd = Some.PLAIN.getFirst().withMessages(List.of(Turn.assistant("I begin."), Turn.user("?")));
        Exporter.Result result = export(List.of(odd, Some.PLAIN.get(1)), "train=1", "sharegpt");
        assertThat(result.notes().stream().map(n -> n.in("en")))
                .containsExactly(
                        "Read back by the rules of llama-factory: it would not train 1 rows of data/sharegpt/train.jsonl as written; lectern check data/sharegpt/train.jsonl names them.");
    }

    @Test
    void countsWhatItWrote() throws IOException {
        for (Output output : export(Some.PLAIN, "train=1").outputs()) {
            byte[] bytes = Files.readAllBytes(folder.resolve(output.path()));
            assertThat(output.bytes()).isEqualTo(bytes.length);
            assertThat(output.rows())
                    .isEqualTo(new String(bytes, StandardCharsets.UTF_8).lines().count());
            assertThat(output.tokens()).isBetween(100L, 400L);
        }
    }

    @Test
    void leavesNoRowOfAnEarlierExportBehind() throws IOException {
        export(Some.PLAIN, "train=0.7,validation=0.3");
        assertThat(folder.resolve("data/alpaca/validation.jsonl")).exists();
        export(Some.PLAIN, "train=1", "openai");
        try (var files = Files.walk(folder.resolve("data"))) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(folder.resolve("data/openai/train.jsonl"));
        }
    }

    @Test
    void aFailureLeavesTheOldFilesAsTheyWere() throws IOException {
        export(Some.PLAIN, "train=1");
        String before = Files.readString(folder.resolve("data/openai/train.jsonl"));
        List<Sample> bad = new ArrayList<>(Some.PLAIN);
        Exporter exporter = new Exporter(
                Formats.named(List.of("openai")),
                Splits.NONE,
                new Chance(1, "split"),
                Evidence::passage,
                Reasoning.DROP);
        int[] opened = {0};
        assertThatThrownBy(() -> exporter.write(
                        () -> bad.stream().peek(s -> {
                            if (++opened[0] > bad.size() + 2) {
                                throw new IllegalStateException("out of luck");
                            }
                        }),
                        folder))
                .hasMessage("out of luck");
        assertThat(folder.resolve("data/openai/train.jsonl")).content().isEqualTo(before);
        assertThat(folder.resolve("data/openai/train.jsonl.part")).doesNotExist();
    }

    @Test
    void anUnknownFormatNamesTheNearest() {
        assertThatThrownBy(() -> Formats.named(List.of("sharegtp", "openai", "xml")))
                .isInstanceOfSatisfying(
                        ProblemsException.class, e -> assertThat(e.problems()).hasSize(2))
                .hasMessageContaining("did you mean 'sharegpt'?")
                .hasMessageContaining("known: alpaca, dpo, openai, sharegpt");
    }
}
