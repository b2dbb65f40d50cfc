package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.report.MixShare;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was asked for with {@code --tasks} and {@code --goal} holds among the rows that are accepted. */
class MixBuildTest {
    @TempDir
    private Path folder;

    @Test
    void theMixHoldsThoughKindsAreDroppedUnevenly() throws IOException {
        ManyDocuments.invented(folder.resolve("documents"), 300);
        Rules rules = new Rules(1, 0, Map.of("summarization", 0.6, "extraction", 0.2));
        try (ModelServer server =
                ModelServer.start(ModelServer.Settings.sensible().withRules(rules))) {
            Result result = lectern(server)
                    .task("qa", 4)
                    .task("summarization", 1)
                    .task("extraction", 2)
                    .task("translation", 1)
                    .samples(2000)
                    .build();
            assertThat(result.report().samples().accepted()).isEqualTo(2000);
            assertThat(result.report().mix()).hasSize(4).allSatisfy(share -> {
                assertThat(share.share()).as(share.task()).isCloseTo(share.wanted(), within(MixShare.WITHIN));
            });
            assertThat(result.report().samples().dropped())
                    .containsKey("screen-task: summary not shorter than its source");
            long over = result.report().samples().dropped().getOrDefault("hold-mix: over the mix", 0L);
            assertThat(over).as("good rows that were paid for and not used").isLessThan(500);
            assertThat(result.exitStatus()).isEqualTo(Result.DONE);
        }
    }

    @Test
    void aShortfallIsSaidWithItsReason() throws IOException {
        ManyDocuments.invented(folder.resolve("documents"), 10);
        Rules rules = new Rules(1, 0, Map.of("summarization", 1.0));
        try (ModelServer server =
                ModelServer.start(ModelServer.Settings.sensible().withRules(rules))) {
            Result result =
                    lectern(server).task("qa", 3).task("summarization", 1).build();
            assertThat(result.report().tasks()).containsOnlyKeys("qa");
            assertThat(result.report().notes())
                    .anySatisfy(note -> assertThat(note)
                            .contains("summarization: 25 % of the rows were asked for, 0 % came of it")
                            .contains("screen-task: summary not shorter than its source"));
            assertThat(result.exitStatus()).isEqualTo(Result.SHORT);
        }
    }

    @Test
    void whatLiesOutsideTheGoalIsDroppedAndCounted() throws IOException {
        ManyDocuments.english(folder.resolve("documents"), 12);
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result result = lectern(server)
                    .goal("for keepers of the mill who ask about the \"boiler\"; not: checked by, paid for, oiled")
                    .build();
            assertThat(result.report().samples().accepted()).isPositive();
            assertThat(result.report().samples().dropped())
                    .containsKeys(
                            "ask-from-evidence: the passage gives nothing for the goal",
                            "answer-from-evidence: outside the goal",
                            "screen-goal: outside the goal");
        }
    }

    private Lectern lectern(ModelServer server) {
        return Lectern.into(folder.resolve("out"))
                .documents(folder.resolve("documents"))
                .environment(Map.of())
                .model("writer", "openai:test")
                .baseUrl(server.baseUrl())
                .concurrency(16)
                .retrieve("own")
                .perPassage(4);
    }
}
