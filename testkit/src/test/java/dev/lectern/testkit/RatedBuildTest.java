package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.adapters.store.SqliteReplyStore;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.KeptAnswer;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole builds whose rows are rated by judges and scored by a reward model, and what becomes of ratings that are none. */
class RatedBuildTest {
    private static final String REWARDS = "score-reward";

    @TempDir
    private Path folder;

    private ModelServer server = ModelServer.start(ModelServer.Settings.sensible());

    @BeforeEach
    void writeDocuments() throws IOException {
        ManyDocuments.english(folder.resolve("documents"), 12);
        ManyDocuments.chinese(folder.resolve("documents"), 6);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRewardModelScoresEveryRowAndACutMovesWithoutACall() throws IOException {
        Result all = build(lectern -> lectern.model("reward", root()));
        List<Sample> rows = rows(all);
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.scores()).containsKey("reward");
            assertThat(row.lineage().calls()).hasSize(3);
        });
        double cut = rows.stream()
                .mapToDouble(row -> score(row, "reward"))
                .sorted()
                .skip(rows.size() / 2)
                .findFirst()
                .orElseThrow();
        int requests = server.counts().requests();
        Result better = build(lectern -> lectern.model("reward", root()).set("require-reward.at-least=" + cut));
        assertThat(server.counts().requests()).isEqualTo(requests);
        assertThat(rows(better))
                .isEqualTo(
                        rows.stream().filter(row -> score(row, "reward") >= cut).toList());
        assertThat(better.report().samples().dropped()).containsEntry("require-reward: reward too low", (long)
                (rows.size() - rows(better).size()));
    }

    @Test
    void withoutARewardModelNobodyScores() throws IOException {
        Result result = build(lectern -> lectern);
        assertThat(result.report().stages()).noneMatch(stage -> stage.name().equals(REWARDS));
        assertThat(Files.readString(result.folder().resolve("run/recipe.yaml"))).doesNotContain("reward");
    }

    @Test
    void judgesRateByTheCriteriaThatAreNamed() throws IOException {
        Result result = build(lectern ->
                lectern.model("judge", "openai:test").criteria("correct", "calm: it does not shout at the reader"));
        assertThat(rows(result)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.scores()).containsKeys("correct", "calm", "quality", "grounded");
            assertThat(row.tags()).containsKey("judged");
        });
    }

    @Test
    void aJudgeThatIsNamedSaysWhatLiesOutsideTheGoalBeforeAnythingIsAnswered() throws IOException {
        Result result = build(lectern -> lectern.model("judge", "openai:test").goal("all about the \"lantern\""));
        assertThat(rows(result))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.instruction()).contains("lantern"));
        // The writer is told the goal, too, so little is left to the judge; what it is asked about has its call.
        assertThat(rows(result))
                .allSatisfy(row -> assertThat(row.lineage().calls()).hasSize(4));
        assertThat(result.report().stages())
                .filteredOn(stage -> stage.name().equals("screen-goal"))
                .singleElement()
                .satisfies(stage -> assertThat(stage.in()).isPositive());
        assertThat(Files.readString(result.folder().resolve("run/recipe.yaml"))).contains("judged: true");
    }

    @Test
    void aJudgeThatIsNamedSaysWhetherARewordedInstructionMeansTheSame() throws IOException {
        Path recipe = folder.resolve("own.yaml");
        Files.writeString(recipe, """
                name: own
                draw: all-passages
                each:
                - ask-from-evidence: { per-passage: 1 }
                - retrieve: { mode: own, top: 1, neighbours: 0 }
                - answer-from-evidence
                - locate-quotes
                - reword-instruction
                """);
        try (OneReply judge =
                OneReply.saying("{\"supported\":false,\"unsupported\":[],\"reason\":\"another scope\"}")) {
            Result result = Lectern.into(folder.resolve("own"))
                    .documents(folder.resolve("documents"))
                    .environment(Map.of())
                    .recipe(recipe.toString())
                    .model("writer", "openai:test")
                    .model("judge", judge.url() + "#strict")
                    .baseUrl(server.baseUrl())
                    .build();
            assertThat(rows(result)).isNotEmpty().noneMatch(row -> row.tags().containsKey("reworded"));
            assertThat(result.report().samples().dropped())
                    .containsKey("reword-instruction: reworded means something else");
        }
    }

    @Test
    void criteriaWithoutAJudgeAreAnError() {
        assertThatThrownBy(() -> Lectern.into(folder.resolve("out"))
                        .documents(folder.resolve("documents"))
                        .environment(Map.of())
                        .model("writer", "openai:test")
                        .baseUrl(server.baseUrl())
                        .criteria("correct")
                        .build())
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("the role 'judge' has no model")
                .hasMessageContaining("add --judge SPEC");
    }

    @Test
    void aJudgeThatAnswersElevenOutOfFiveIsShownItAndWhatStaysSoFailsWithTheRawReply() throws IOException {
        restart(new Rules(1, 0, Map.of(Rules.OFF_SCALE, 0.3, Rules.OFF_SCALE_ONCE, 0.3)));
        UnaryOperator<Lectern> judged = lectern -> lectern.model("judge", "openai:test")
                .criteria("correct", "clear")
                .set("check-grounding.optional=true")
                .retrieve("own");
        Result result = build(judged);
        List<Sample> rows = rows(result);
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(List.of(score(row, "correct"), score(row, "clear"), score(row, "quality")))
                                .allSatisfy(score -> assertThat(score).isBetween(1.0, 5.0)));
        long failed = result.report().samples().failed();
        assertThat(failed).isPositive();
        List<String> failures = Files.readAllLines(result.folder().resolve("failed.jsonl"));
        assertThat(failures)
                .hasSize((int) failed)
                .allSatisfy(line -> assertThat(line)
                        .contains("judge-answer")
                        .contains(":11")
                        .contains("the reply cannot be used (3 times): $.scores.")
                        .contains("should be from 1 to 5, not 11"));
        assertThat(mended(result)).as("shown what is wrong with it").isPositive();
        // In, and out again as something: nothing disappears, and the rows that were mended are among those kept.
        assertThat(result.report().stages())
                .filteredOn(stage -> stage.name().equals("judge-answer"))
                .singleElement()
                .satisfies(stage -> assertThat(stage.kept() + stage.failed()).isEqualTo(stage.in()));
        int requests = server.counts().requests();
        build(judged);
        assertThat(server.counts().requests()).as("a no is kept, too").isEqualTo(requests);
    }

    @Test
    void severalDrawsOfOneModelVoteAndNothingIsAskedTwice() throws IOException {
        UnaryOperator<Lectern> voted = lectern ->
                lectern.model("voters", "openai:test").set("vote.draws=3").set("vote.agree=exact");
        List<Sample> rows = rows(build(voted));
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.candidates()).hasSize(3);
            assertThat(row.scores()).containsEntry("votes", 3.0);
            assertThat(row.lineage().calls()).hasSize(4).doesNotHaveDuplicates();
        });
        int requests = server.counts().requests();
        build(voted);
        assertThat(server.counts().requests()).isEqualTo(requests);
    }

    @Test
    void settingsOfAVoteThatIsNoneAreRefused() {
        assertThatThrownBy(() ->
                        build(lectern -> lectern.model("voters", "openai:test").set("vote.choose=dice")))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("majority, best-of, reward or synthesis");
        assertThatThrownBy(() ->
                        build(lectern -> lectern.model("voters", "openai:test").set("vote.choose=best-of")))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("add --judge SPEC");
        assertThatThrownBy(() ->
                        build(lectern -> lectern.model("voters", "openai:test").set("vote.choose=reward")))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("add --reward URL");
    }

    @Test
    void aVoterThatAlwaysTalksNonsenseIsLeftOutAndTheReportSaysSo() throws IOException {
        try (OneReply nonsense = OneReply.saying("I would rather not say.")) {
            Result result = build(
                    lectern -> lectern.model("voters", "openai:test").model("voters", nonsense.url() + "#babbler"));
            assertThat(result.exitStatus()).isZero();
            assertThat(rows(result)).isNotEmpty().allSatisfy(row -> {
                assertThat(row.scores()).containsEntry("votes", 1.0);
                assertThat(row.tags()).containsEntry("silent-voters", "babbler");
            });
            int rows = rows(result).size();
            assertThat(result.report().notes())
                    .contains("The voter babbler gave no answer for " + rows + " of " + rows + " rows.");
        }
    }

    @Test
    void aVoterThatCannotBeReachedHoldsItsRowsAndWithoutItTheyAreDone() throws IOException {
        try (OneReply down = OneReply.failing()) {
            Result held = build(lectern -> lectern.model("voters", "openai:test")
                    .model("voters", down.url() + "#broken")
                    .models(ModelSettings.of(Map.of())
                            .withFirstPause(Duration.ofMillis(1))
                            .withPatience(Duration.ofMillis(200))
                            .withBaseUrl(server.baseUrl())));
            assertThat(held.exitStatus()).isEqualTo(3);
            assertThat(held.report().samples().held()).isPositive();
            assertThat(Files.readString(held.folder().resolve("run/held.jsonl")))
                    .contains("broken");
        }
        Result done = build(lectern -> lectern.model("voters", "openai:test"));
        assertThat(done.exitStatus()).isZero();
        assertThat(rows(done)).isNotEmpty();
    }

    /** Replies that were no use at first and became so. */
    private static int mended(Result result) {
        List<Reply> mended = new ArrayList<>();
        try (ReplyStore replies = SqliteReplyStore.open(result.folder().resolve("run/replies.db"))) {
            replies.each("chat", reply -> {
                KeptAnswer answer = KeptAnswer.of(reply);
                if (!answer.unusable().isEmpty() && answer.refused().isEmpty()) {
                    mended.add(reply);
                }
            });
        }
        return mended.size();
    }

    private static double score(Sample row, String name) {
        return row.scores().getOrDefault(name, Double.NaN);
    }

    private void restart(Rules rules) {
        server.close();
        server = ModelServer.start(ModelServer.Settings.sensible().withRules(rules));
    }

    private String root() {
        return server.baseUrl() + "/classify#test";
    }

    private Result build(UnaryOperator<Lectern> more) {
        return more.apply(Lectern.into(folder.resolve("out"))
                        .documents(folder.resolve("documents"))
                        .environment(Map.of())
                        .model("writer", "openai:test")
                        .baseUrl(server.baseUrl())
                        .concurrency(16)
                        .retrieve("own")
                        .perPassage(1))
                .build();
    }

    private static List<Sample> rows(Result result) throws IOException {
        return Files.readAllLines(result.folder().resolve("samples.jsonl")).stream()
                .map(line -> Json.read(line, Sample.class))
                .toList();
    }
}
