package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.check.ProblemsException;
import dev.lectern.plan.Plan;
import dev.lectern.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what rows are paid in the recipe equal, and which earn nothing. */
class EqualRewardTest {
    private static final int EACH = 12;
    private static final int PASSAGES = 6 * EACH;

    @TempDir
    Path folder;

    private ThemedRuns runs() {
        return new ThemedRuns(folder);
    }

    @BeforeEach
    void documents() throws IOException {
        runs().write(EACH, 20);
    }

    private Lectern lectern(String out, ModelServer server) {
        return runs().equal(out, server).set("pick-clusters.share=0.3");
    }

    private static Lectern judged(Lectern lectern) {
        return lectern.set("pick-clusters.reward=judge").model("judge", "openai:test");
    }

    @Test
    void aJudgeSaysHowWellRowsFitWhereItsWordIsTheReward() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
            server.heardBy(heard::add);
            Result result = judged(lectern("out", server)).build();
            List<JsonNode> rounds = runs().lines("out", "run/selection.jsonl");
            assertThat(rounds)
                    .extracting(round -> round.path("reward").asText())
                    .containsOnly("judge");
            assertThat(result.report().selection().orElseThrow().reward()).isEqualTo("judge");
            List<Sample> rows = runs().rows("out");
            assertThat(rows)
                    .isNotEmpty()
                    .extracting(row -> row.scores().get("fit"))
                    .isSubsetOf(0.5, 0.75, 1.0);
            assertThat(rows).allMatch(row -> row.answer().endsWith("among bees."));
            long asked = heard.stream()
                    .filter(request -> request.contains("\"model\":\"test\"") && !request.contains("ready"))
                    .count();
            assertThat(asked)
                    .as("one call for each row that came so far")
                    .isEqualTo(rounds.getLast().path("pairs").asLong());

            int requests = server.counts().requests();
            judged(lectern("out", server)).build();
            assertThat(server.counts().requests()).as("what was judged is kept").isEqualTo(requests);
        }
    }

    @Test
    void whatAJudgeIsAskedCountsTowardsTheBudgetAndAHigherOneGoesOn() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            judged(lectern("whole", server)).build();
            int once = server.counts().requests();
            Result begun = judged(lectern("parts", server).maxCalls(45)).build();
            assertThat(begun.exitStatus()).isEqualTo(Result.BUDGET);
            judged(lectern("parts", server)).build();
            assertThat(server.counts().requests()).as("nothing is asked twice").isEqualTo(2 * once);
            runs().assertSame("parts", "whole");
        }
    }

    @Test
    void aPlanCountsWhatTheJudgeWillBeAsked() {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Plan plan = judged(lectern("plan", server)).plan();
            assertThat(plan.models())
                    .filteredOn(share -> share.role().equals("judge"))
                    .singleElement()
                    .satisfies(share ->
                            assertThat(share.calls().expected()).isEqualTo(2 * (long) Math.ceil(0.3 * PASSAGES)));
            assertThat(server.counts().requests()).isZero();
        }
    }

    @Test
    void aRewardThatIsNotThereOrHasNoJudgeIsSaidBeforeAnythingRuns() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            assertThatThrownBy(() -> lectern("out", server)
                            .set("pick-clusters.reward=judge")
                            .build())
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("the role 'judge' has no model")
                    .hasMessageContaining("add --judge SPEC");
            assertThatThrownBy(() -> lectern("out", server)
                            .set("pick-clusters.reward=transpor")
                            .build())
                    .hasMessageContaining("there is no reward 'transpor'")
                    .hasMessageContaining("did you mean 'transport'?");
            assertThatThrownBy(() ->
                            lectern("out", server).set("match-target.by=jury").build())
                    .hasMessageContaining("by is vectors or judge");
            assertThat(server.counts().requests()).isZero();
        }
    }

    @Test
    void aCopyIsDroppedBeforeItIsHeldAgainstTheTargetAndEarnsNothing() throws IOException {
        for (int i = 0; i < EACH; i++) {
            Path bees = runs().documents().resolve("bees-" + i + ".md");
            Files.writeString(
                    runs().documents().resolve("again-" + i + ".md"),
                    Files.readString(bees).replaceFirst("(?m)^# .*$", "# The same once more, sheet " + i));
        }
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            lectern("out", server).set("pick-clusters.share=0.5").build();
            List<JsonNode> copies = runs().lines("out", "dropped.jsonl").stream()
                    .filter(line -> line.path("stage").asText().equals("drop-exact-copies"))
                    .toList();
            assertThat(copies)
                    .hasSizeGreaterThan(EACH)
                    .allMatch(line ->
                            line.path("sample").path("scores").path("fit").isMissingNode());
            JsonNode last = runs().lines("out", "run/selection.jsonl").getLast();
            assertThat(last.path("idle").asInt()).isGreaterThanOrEqualTo(copies.size());
        }
    }

    @Test
    void whatTheTransportLeavesBehindIsDroppedWithItsReasonAndEarnsNothing() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            UnaryOperator<Lectern> plan = l -> l.set("drop-misfits.at-least=0.5")
                    .set("pick-clusters.policy=random")
                    .set("require.at-least=0");
            Result result = plan.apply(lectern("out", server)).build();
            List<JsonNode> misfits = runs().lines("out", "dropped.jsonl").stream()
                    .filter(line -> line.path("stage").asText().equals("drop-misfits"))
                    .toList();
            assertThat(misfits)
                    .isNotEmpty()
                    .extracting(line -> line.path("reason").asText())
                    .containsOnly("far from every example of the target");
            long bees = misfits.stream()
                    .filter(line -> line.path("sample").toString().contains("among bees."))
                    .count();
            assertThat(bees).as("rows on the target that were dropped").isZero();
            long kept = runs().rows("out").size();
            JsonNode last = runs().lines("out", "run/selection.jsonl").getLast();
            assertThat(last.path("pairs").asLong()).isEqualTo(kept);
            assertThat(last.path("idle").asLong()).isGreaterThanOrEqualTo(misfits.size());
            assertThat(result.report().stages())
                    .anyMatch(entry -> entry.name().equals("drop-misfits") && entry.dropped() == misfits.size());
        }
    }
}
