package dev.lectern.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.Lectern;
import dev.lectern.export.check.DataCheck;
import dev.lectern.export.check.Effect;
import dev.lectern.export.check.Finding;
import dev.lectern.export.check.Trainer;
import dev.lectern.testkit.ModelServer;
import dev.lectern.testkit.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of the recipe grounded gives rows of each kind of talk, in both languages, that trainers take. */
class KindsOfTalkTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "reasoning, en",
        "reasoning, zh",
        "dialogue, en",
        "dialogue, zh",
        "roleplay, en",
        "roleplay, zh",
        "unanswerable, en",
        "unanswerable, zh"
    })
    void aRunGivesRowsOfTheKindThatTrainersTake(String kind, String language) throws Exception {
        Dataset dataset = build(kind, language, Rules.sensible());
        List<JsonNode> rows = dataset.samples();
        assertThat(rows).as("%s", dataset.report().path("samples")).hasSizeGreaterThan(3);
        for (JsonNode row : rows) {
            assertThat(row.path("task").asText()).isEqualTo(kind);
            assertThat(row.path("language").asText()).isEqualTo(language);
            assertThat(shape(row)).as("%s", row).isEqualTo(shapeOf(kind));
        }
        List<Finding> findings = new ArrayList<>();
        DataCheck.run(dataset.folder().resolve("dataset_info.json"), Trainer.LLAMA_FACTORY, findings::add);
        DataCheck.run(dataset.folder().resolve("data/sharegpt/train.jsonl"), Trainer.LLAMA_FACTORY, findings::add);
        DataCheck.run(dataset.folder().resolve("data/openai/train.jsonl"), Trainer.TRL, findings::add);
        assertThat(findings)
                .filteredOn(finding -> finding.effect() != Effect.NOTE)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void followUpsAreLookedUpInTheIndexByTheirStandaloneQuestion(String language) throws Exception {
        Dataset dataset = build("dialogue", language, Rules.sensible(), "lexical:1", "answer-follow-ups.top=9");
        Set<String> beyond = new TreeSet<>();
        for (JsonNode row : dataset.samples()) {
            assertThat(row.path("extra").path("standalone"))
                    .hasSize(row.path("messages").size() / 2 - 1);
            assertThat(row.path("extra").has("cited")).isFalse();
            if (row.path("lineage").path("calls").size() > 2) {
                beyond.add(row.path("id").asText());
            }
        }
        assertThat(beyond).as("rows with a follow-up that was answered anew").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aRunGivesRowsThatCallToolsInEveryShape(String language) throws Exception {
        Dataset dataset = build("tool-use", language, Rules.sensible());
        Set<String> shapes = new TreeSet<>();
        for (JsonNode row : dataset.samples()) {
            String calls = row.path("tags").path("calls").asText();
            shapes.add(calls);
            assertThat(shape(row))
                    .isEqualTo(
                            switch (calls) {
                                case "single" -> "user assistant tool assistant";
                                case "parallel" -> "user assistant tool tool assistant";
                                case "steps" -> "user assistant tool assistant tool assistant";
                                default -> "user assistant";
                            });
            assertThat(row.path("tools")).isNotEmpty();
        }
        assertThat(shapes).containsExactly("none", "parallel", "single", "steps");
        List<Finding> findings = new ArrayList<>();
        DataCheck.run(dataset.folder().resolve("dataset_info.json"), Trainer.LLAMA_FACTORY, findings::add);
        DataCheck.run(dataset.folder().resolve("data/openai/train.jsonl"), Trainer.OPENAI, findings::add);
        DataCheck.run(dataset.folder().resolve("data/sharegpt/train.jsonl"), Trainer.AXOLOTL, findings::add);
        assertThat(findings)
                .filteredOn(finding -> finding.effect() == Effect.STOPS || finding.effect() == Effect.SKIPS)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void noCallThatDoesNotFitItsToolIsLetThrough(String language) throws Exception {
        Dataset dataset = build("tool-use", language, new Rules(1, 0, Map.of("tool-use", 1.0)));
        assertThat(dataset.samples()).isEmpty();
        assertThat(dataset.report().path("samples").path("dropped").toString())
                .contains("arguments do not fit the tool", "claims what no tool gave");
    }

    @ParameterizedTest
    @CsvSource({
        "reasoning, en, reasoning does not end in the answer",
        "reasoning, zh, reasoning does not end in the answer",
        "dialogue, en, a turn is repeated",
        "dialogue, zh, a turn is repeated",
        "roleplay, en, no persona",
        "roleplay, zh, no persona",
        "unanswerable, en, answer claims to know",
        "unanswerable, zh, answer claims to know"
    })
    void noSpoiltRowOfTheKindIsLetThrough(String kind, String language, String reason) throws Exception {
        Dataset dataset = build(kind, language, new Rules(1, 0, Map.of(kind, 1.0)));
        assertThat(dataset.samples()).isEmpty();
        assertThat(dataset.report().path("samples").path("dropped").toString()).contains(reason);
    }

    private Dataset build(String kind, String language, Rules rules) throws IOException {
        return build(kind, language, rules, "own");
    }

    private Dataset build(String kind, String language, Rules rules, String retrieve, String... set)
            throws IOException {
        try (ModelServer server =
                ModelServer.start(ModelServer.Settings.sensible().withRules(rules))) {
            Lectern lectern = Lectern.into(folder.resolve("out"))
                    .documents(language.equals("en") ? Examples.english() : Examples.chinese())
                    .recipe("grounded")
                    .model("writer", "openai:test-model")
                    .baseUrl(server.baseUrl())
                    .environment(Map.of())
                    .perPassage(1)
                    .retrieve(retrieve)
                    .task(kind, 1)
                    .formats("openai", "sharegpt", "alpaca")
                    .reasoning(kind.equals("reasoning") ? "field" : "drop");
            Stream.of(set).forEach(lectern::set);
            if (kind.equals("tool-use")) {
                lectern.tools(Examples.ROOT.resolve("examples/tools/ponds.json"));
            }
            return new Dataset(lectern.build().folder());
        }
    }

    private static String shapeOf(String kind) {
        return switch (kind) {
            case "reasoning" -> "user assistant+reasoning";
            case "dialogue" -> "user assistant user assistant";
            case "roleplay" -> "system user assistant";
            default -> "user assistant";
        };
    }

    private static String shape(JsonNode row) {
        List<String> turns = new ArrayList<>();
        row.path("messages")
                .forEach(turn -> turns.add(turn.path("role").asText() + (turn.has("reasoning") ? "+reasoning" : "")));
        return String.join(" ", turns);
    }
}
