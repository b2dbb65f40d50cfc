package dev.lectern.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.words.Words;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    @TempDir
    private Path folder;

    private final Problems problems = new Problems(Words.in("en"));

    @Test
    void keysAreOptionsInEitherCase() throws IOException {
        ConfigFile config = read("""
                sources: [guide, notes.md]
                per_passage: 2
                max-calls: 100
                tasks: { qa: 4, summarization: 1 }
                formats: [openai, alpaca]
                set:
                  screen-answer: { words: "[5, 400]" }
                  ask-from-evidence.per-passage: 2
                """);
        assertThat(problems.all()).isEmpty();
        assertThat(config.sources())
                .containsExactly(
                        folder.resolve("guide").toString(),
                        folder.resolve("notes.md").toString());
        assertThat(values(config, Option.PER_PASSAGE)).containsExactly("2");
        assertThat(values(config, Option.MAX_CALLS)).containsExactly("100");
        assertThat(values(config, Option.TASKS)).containsExactly("qa=4", "summarization=1");
        assertThat(values(config, Option.FORMATS)).containsExactly("openai", "alpaca");
        assertThat(values(config, Option.SET))
                .containsExactly("screen-answer.words=[5, 400]", "ask-from-evidence.per-passage=2");
    }

    @Test
    void aListOfOneStaysAListAndAMapStaysAMap() throws IOException {
        ConfigFile config = read("""
                set:
                  screen-answer: { words: [5] }
                  cap-shares: { at-most: { code: 0.25, qa: 0.5 } }
                  screen-instruction.words: [5, 60]
                """);
        assertThat(problems.all()).isEmpty();
        assertThat(values(config, Option.SET))
                .containsExactly(
                        "screen-answer.words=[5]",
                        "cap-shares.at-most={code: 0.25, qa: 0.5}",
                        "screen-instruction.words=[5, 60]");
    }

    @Test
    void withoutSourcesTheDocumentsLieBesideIt() throws IOException {
        assertThat(read("samples: 5\n").sources()).containsExactly(folder.toString());
    }

    @Test
    void unknownKeysAreNamedWithTheirLineAndTheNearestOne() throws IOException {
        read("seed: 1\nsampels: 5\n\nzzz: 1\n");
        assertThat(problems.all()).hasSize(2);
        assertThat(problems.all().getFirst().where()).endsWith("lectern.yaml, line 2");
        assertThat(problems.all().getFirst().fix()).isEqualTo("did you mean 'samples'?");
        assertThat(problems.all().getLast().where()).endsWith("line 4");
    }

    @Test
    void keysOfProvidersAreRefused() throws IOException {
        read("api_key: sk-123\n");
        assertThat(problems.all().toString()).contains("keys don't belong").doesNotContain("sk-123");
    }

    @Test
    void brokenYamlSaysWhere() throws IOException {
        read("seed: 1\nsamples: [1, 2\n");
        assertThat(problems.all()).hasSize(1);
        assertThat(problems.all().getFirst().where()).contains("line ");
    }

    @Test
    void anotherEncodingIsSaidSo() throws IOException {
        Files.write(folder.resolve("lectern.yaml"), "output: 数据集\n".getBytes(Charset.forName("GBK")));
        ConfigFile.read(folder.resolve("lectern.yaml"), problems);
        assertThat(problems.all().toString()).contains("not UTF-8");
    }

    @Test
    void theCommandLineWins() throws IOException {
        Files.writeString(folder.resolve("lectern.yaml"), "concurrency: 0\n");
        assertThat(Typed.in(folder).run("doctor").err()).contains("lectern.yaml, line 1, concurrency: '0' is not");
        assertThat(Typed.in(folder).run("doctor", "--concurrency", "4").status())
                .isEqualTo(Status.DONE);
    }

    @Test
    void aNamedFileThatIsMissingIsAProblem() {
        assertThat(Typed.in(folder).run("doctor", "--config", "nowhere.yaml").err())
                .contains("there is no file 'nowhere.yaml'");
    }

    private ConfigFile read(String yaml) throws IOException {
        return ConfigFile.read(Files.writeString(folder.resolve("lectern.yaml"), yaml), problems);
    }

    private static List<String> values(ConfigFile config, Option option) {
        return config.given().getOrDefault(option, new Given(List.of(), "")).values();
    }
}
