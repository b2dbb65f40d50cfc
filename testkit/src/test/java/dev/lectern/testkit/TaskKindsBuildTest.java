package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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
    void noRowOfAKindThatTheModelFailsIsLetThrough() throws IOException {
        Result result = build(new Rules(1, 0, ALL_SPOILT));
        assertThat(rows(result))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(RULED).doesNotContain(row.task()));
        Set<String> reasons = result.report().samples().dropped().keySet().stream()
                .filter(key -> key.startsWith("screen-task: "))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        "screen-task: summary not shorter than its source",
                        "screen-task: paraphrase is a copy",
                        "screen-task: answer is none of the labels",
                        "screen-task: not in the other language",
                        "screen-task: code does not parse",
                        "screen-task: extracted value not in the evidence",
                        "screen-task: too short for a text of its own",
                        "screen-task: edit changes nothing");
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
