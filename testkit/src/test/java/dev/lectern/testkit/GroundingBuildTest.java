package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.check.ProblemsException;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe grounded with a judge, with answers that are asked for again, and in economy mode, in both languages. */
class GroundingBuildTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeDocuments() throws IOException {
        ManyDocuments.english(folder.resolve("documents"), 12);
        ManyDocuments.chinese(folder.resolve("documents"), 12);
    }

    @Test
    void aJudgeScoresEveryRowThatIsKept() throws IOException {
        Result result = build(Rules.sensible(), lectern -> lectern.model("judge", "openai:test"));
        assertThat(rows(result)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.scores()).containsEntry("grounded", 1.0);
            assertThat(row.lineage().calls()).hasSize(3);
        });
        assertThat(rows(result)).extracting(Sample::language).contains("en", "zh");
    }

    @Test
    void withoutAJudgeOfItsOwnNobodyJudges() throws IOException {
        Result result = build(Rules.sensible(), lectern -> lectern);
        assertThat(rows(result))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.scores()).doesNotContainKey("grounded"));
    }

    @Test
    void whatIsWrongIsAskedOnceMoreAndThenDroppedWithTheClaimNamed() throws IOException {
        Result result = build(new Rules(1, 0.5), lectern -> lectern);
        List<Sample> dropped = Files.readAllLines(result.folder().resolve("dropped.jsonl")).stream()
                .filter(line -> line.contains("invented number"))
                .map(line -> Json.read(line, com.fasterxml.jackson.databind.JsonNode.class))
                .map(line -> Json.mapper().convertValue(line.path("sample"), Sample.class))
                .toList();
        assertThat(dropped).isNotEmpty().allSatisfy(row -> {
            assertThat(row.tags()).containsEntry("unsupported", "98765");
            // One call to ask, one to answer, one to answer again.
            assertThat(row.lineage().calls()).hasSize(3);
        });
    }

    @Test
    void votersAnswerInTheWritersPlaceAndTheirAnswersStayWithTheRow() throws IOException {
        Result result = build(
                Rules.sensible(),
                lectern -> lectern.model("voters", "openai:test").model("voters", "openai:test-model"));
        assertThat(rows(result)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.candidates()).hasSize(2);
            assertThat(row.scores()).containsEntry("agreement", 1.0).containsEntry("votes", 2.0);
        });
    }

    @Test
    void economyMakesPairsInOneCallAPassage() throws IOException {
        Result result = build(Rules.sensible(), lectern -> lectern.economy(true));
        List<Sample> rows = rows(result);
        assertThat(rows).hasSizeGreaterThan(20).allSatisfy(row -> {
            assertThat(row.lineage().calls()).hasSize(1);
            assertThat(row.evidence())
                    .allSatisfy(evidence -> assertThat(evidence.located()).isTrue());
        });
        assertThat(rows).extracting(Sample::language).contains("en", "zh");
        assertThat(result.report().calls().made())
                .isLessThanOrEqualTo(result.report().passages() + 1L);
    }

    @Test
    void economyOfARecipeThatAsksNobodyIsAnError() {
        assertThatThrownBy(() -> Lectern.into(folder.resolve("none"))
                        .documents(folder.resolve("documents"))
                        .recipe("extractive")
                        .economy(true)
                        .build())
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("--economy");
    }

    private Result build(Rules rules, UnaryOperator<Lectern> more) {
        try (ModelServer server =
                ModelServer.start(ModelServer.Settings.sensible().withRules(rules))) {
            return more.apply(Lectern.into(folder.resolve("out"))
                            .documents(folder.resolve("documents"))
                            .environment(Map.of())
                            .model("writer", "openai:test")
                            .baseUrl(server.baseUrl())
                            .concurrency(16)
                            .perPassage(2))
                    .build();
        }
    }

    private static List<Sample> rows(Result result) throws IOException {
        return Files.readAllLines(result.folder().resolve("samples.jsonl")).stream()
                .map(line -> Json.read(line, Sample.class))
                .toList();
    }
}
