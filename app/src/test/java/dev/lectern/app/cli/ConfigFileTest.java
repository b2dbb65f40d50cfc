package dev.lectern.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.words.Words;
import dev.lectern.model.Endpoint;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.Quirk;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void modelsAreSetUpUnderNamesOfTheProjectsOwn() throws IOException {
        Project project = read("""
                        models:
                          my-writer:
                            model: deepseek:deepseek-chat
                            endpoints:
                              - { base_url: "http://a/v1", key_variable: KEY_A }
                              - http://b/v1
                            concurrency: 8
                            rpm: 60
                            max_tokens_per_minute: 90_000
                            fallback: spare
                            temperature: 0.7
                            max_new_tokens: 2000
                            tokenizer: tokenizer.json
                            input_cost: 2 CNY
                            quirks: [no-temperature]
                          spare: openai:gpt-5-mini
                        roles:
                          writer: { model: my-writer, temperature: 0.2 }
                          voters: [spare, my-writer]
                        max_tokens: 900
                        prices: prices.yaml
                        timeout: 120
                        """).project();
        assertThat(problems.all()).isEmpty();
        ModelSetup setup =
                Optional.ofNullable(project.setups().get("my-writer")).orElseThrow();
        assertThat(setup.spec()).isEqualTo("deepseek:deepseek-chat");
        assertThat(setup.endpoints())
                .containsExactly(
                        new Endpoint(Optional.of("http://a/v1"), Optional.of("KEY_A")),
                        new Endpoint(Optional.of("http://b/v1"), Optional.empty()));
        assertThat(setup.requestsPerMinute()).hasValue(60);
        assertThat(setup.tokensPerMinute()).hasValue(90_000);
        assertThat(setup.fallback()).containsExactly("spare");
        assertThat(setup.parameters()).containsEntry("temperature", 0.7).containsEntry("max_tokens", 2000L);
        assertThat(setup.tokenizer()).hasValue(folder.resolve("tokenizer.json"));
        assertThat(setup.inputCost()).hasValue("2 CNY");
        assertThat(setup.quirks()).containsExactly(Quirk.NO_TEMPERATURE);
        assertThat(project.setups().get("spare")).isEqualTo(ModelSetup.of("openai:gpt-5-mini"));
        ModelSettings settings = project.over(ModelSettings.of(Map.of()));
        assertThat(settings.roleParameters().get("writer")).isEqualTo(Map.of("temperature", 0.2, "max_tokens", 900L));
        assertThat(settings.roleParameters().get("judge")).isEqualTo(Map.of("max_tokens", 900L));
        assertThat(settings.roleParameters()).doesNotContainKey("embedder");
        assertThat(settings.timeout()).hasSeconds(120);
    }

    @Test
    void aModelNamedForARoleIsAsIfItsOptionWereGiven() throws IOException {
        ConfigFile config = read("roles: { writer: openai:a, voters: [openai:b, openai:c] }\njudge: openai:d\n");
        assertThat(values(config, Option.WRITER)).containsExactly("openai:a");
        assertThat(values(config, Option.VOTER)).containsExactly("openai:b", "openai:c");
        assertThat(values(config, Option.JUDGE)).containsExactly("openai:d");
    }

    @Test
    void allThatIsWrongWithModelsIsSaidAtOnceWithItsLine() throws IOException {
        read("""
                models:
                  big:
                    base_url: http://a/v1
                    api_key: sk-123
                  small:
                    model: openai:x
                    endpoints: [{ base_url: "http://a", key: sk-456 }]
                    base_url: http://b
                    key_variable: sk-789-secret
                    concurency: 8
                    temperature: 3
                    quirks: [no_temprature]
                roles:
                  wirter: { temperature: 1 }
                  judge: { max_tokens: 0 }
                temprature: 1
                """);
        assertThat(problems.all().toString()).doesNotContain("sk-");
        assertThat(problems.all())
                .extracting(problem -> problem.where().replaceAll(".*line ", "") + " " + problem.what())
                .containsExactlyInAnyOrder(
                        "2 the model 'big' says not which it is",
                        "4 keys don't belong into project files",
                        "5 'small' has endpoints and an address of its own",
                        "7 keys don't belong into project files",
                        "9 this takes the name of an environment variable, in capitals, and never a key",
                        "10 unknown key 'concurency'",
                        "11 temperature is '3', which is not a number from 0 to 2",
                        "12 there is no quirk 'no_temprature'",
                        "14 there is no role 'wirter'",
                        "15 max_tokens is '0', which is not a whole number from 1 up",
                        "16 unknown key 'temprature'");
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
