package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.kind.TaskKinds;
import dev.lectern.sample.Sample;
import dev.lectern.testkit.rule.KindRule;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of task through the whole recipe, in both languages, with a model that does well and one that fails each kind. */
class TaskKindsBuildTest {
    private static final Set<String> RULED =
            KindRule.ALL.stream().map(KindRule::kind).collect(Collectors.toCollection(TreeSet::new));

    private static final Map<String, Double> ALL_SPOILT =
            RULED.stream().collect(Collectors.toMap(kind -> kind, kind -> 1.0));

    @TempDir
    private Path folder;

    @BeforeEach
    void writeDocuments() throws IOException {
        ManyDocuments.english(folder.resolve("documents"), 60);
        ManyDocuments.chinese(folder.resolve("documents"), 60);
    }

    @Test
    void everyKindGivesRowsInBothLanguages() throws IOException {
        List<Sample> rows = rows(build(Rules.sensible()));
        for (String language : List.of("en", "zh")) {
            Map<String, Long> tasks = rows.stream()
                    .filter(row -> row.language().equals(language))
                    .collect(Collectors.groupingBy(Sample::task, Collectors.counting()));
            assertThat(tasks.keySet()).as(language).containsAll(RULED).contains("qa");
        }
        assertThat(rows)
                .filteredOn(row -> TaskKinds.orQa(row.task()).bringsText())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.instruction()).endsWith("\n\n" + input(row)));
        assertThat(rows).allSatisfy(row -> assertThat(row.evidence()).isNotEmpty());
    }

    @Test
    void noRowOfAKindThatTheModelFailsIsLetThroughInEitherLanguage() throws IOException {
        Result result = build(new Rules(1, 0, ALL_SPOILT));
        assertThat(rows(result))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(RULED).doesNotContain(row.task()));
        for (String language : List.of("en", "zh")) {
            assertThat(reasons(result, "screen-task", language))
                    .as(language)
                    .containsExactlyInAnyOrder(
                            "summary not shorter than its source",
                            "paraphrase is a copy",
                            "answer is none of the labels",
                            "not in the other language",
                            "code does not parse",
                            "extracted value not in the evidence",
                            "too short for a text of its own",
                            "edit changes nothing");
        }
    }

    @Test
    void noQuestionWhoseAnswerIsMadeUpIsLetThroughInEitherLanguage() throws IOException {
        Result result = build(new Rules(1, 1, ALL_SPOILT));
        assertThat(rows(result)).isEmpty();
        for (String language : List.of("en", "zh")) {
            assertThat(reasons(result, "screen-answer", language))
                    .as(language)
                    .contains("invented number", "points at the source");
            assertThat(reasons(result, "locate-quotes", language)).as(language).isNotEmpty();
        }
    }

    /** Whoever adds a kind plants a bad reply of it, too: here, or where turns, roles and tools are looked at. */
    @Test
    void everyKindIsPlantedBothWays() {
        Set<String> planted = new TreeSet<>(RULED);
        planted.addAll(Set.of("qa", "reasoning", "dialogue", "roleplay", "unanswerable", "tool-use"));
        assertThat(planted).isEqualTo(new TreeSet<>(TaskKinds.names()));
    }

    private static Set<String> reasons(Result result, String stage, String language) throws IOException {
        return Files.readAllLines(result.folder().resolve("dropped.jsonl")).stream()
                .map(line -> Json.read(line, JsonNode.class))
                .filter(line -> line.path("stage").asText().equals(stage)
                        && line.path("sample").path("language").asText().equals(language))
                .map(line -> line.path("reason").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Result build(Rules rules) {
        try (ModelServer server =
                ModelServer.start(ModelServer.Settings.sensible().withRules(rules))) {
            Lectern lectern = Lectern.into(folder.resolve("out"))
                    .documents(folder.resolve("documents"))
                    .environment(Map.of())
                    .model("writer", "openai:test")
                    .baseUrl(server.baseUrl())
                    .concurrency(16)
                    .retrieve("own")
                    .perPassage(4);
            TaskKinds.names().stream()
                    .filter(kind -> RULED.contains(kind) || kind.equals("qa"))
                    .forEach(kind -> lectern.task(kind, 1));
            return lectern.build();
        }
    }

    private static String input(Sample row) {
        return Optional.ofNullable(row.extra().get("input")).orElseThrow().textValue();
    }

    private static List<Sample> rows(Result result) throws IOException {
        return Files.readAllLines(result.folder().resolve("samples.jsonl")).stream()
                .map(line -> Json.read(line, Sample.class))
                .toList();
    }
}
