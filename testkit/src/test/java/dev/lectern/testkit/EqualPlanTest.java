package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.engine.Progress;
import dev.lectern.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says of a choice that is begun: the passages that come first are not those that come first by hash. */
class EqualPlanTest {
    private static final int A_ROUND = 8;
    /** Rounds of 2, 2, 4, 8, 8 and 8. */
    private static final int ROUNDS = 6;

    private static final int PASSAGES = 4 * A_ROUND;

    /** One for the questions of a passage, one for each of the two answers. */
    private static final int CALLS = 3;

    @TempDir
    Path folder;

    private ThemedRuns runs() {
        return new ThemedRuns(folder);
    }

    @BeforeEach
    void documents() throws IOException {
        runs().write(20, 20);
    }

    private Lectern lectern(ModelServer server) {
        return runs().equal("out", server).set("rounds.at-most=" + ROUNDS).model("embedder", "openai:test-model");
    }

    private static Plan plan(Lectern lectern, int pilot) {
        return Lectern.plan(lectern.options(), Progress.SILENT, pilot);
    }

    @Test
    void afterAPilotWhatItAskedIsKeptAndTheRestIsToBeAsked() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Plan plan = plan(lectern(server), 2);
            assertThat(plan.pilot().orElseThrow().calls()).isEqualTo(2 * CALLS);
            assertThat(plan.kept()).isEqualTo(2 * CALLS);
            assertThat(plan.calls().expected()).isEqualTo((PASSAGES - 2) * CALLS);
            assertThat(plan(lectern(server), 0).kept()).as("a plan later").isEqualTo(2 * CALLS);
            Plan again = plan(lectern(server), 2);
            assertThat(again.kept()).as("the pilot once more").isEqualTo(2 * CALLS);
            assertThat(plan.hosts()).as("passages go to the embedder, too").containsExactly("127.0.0.1");
            Result built = lectern(server).build();
            assertThat(built.report().calls().reused()).isEqualTo(plan.kept());
            assertThat(built.report().calls().made()).isEqualTo(plan.calls().expected());
            assertThat(server.counts().paidTwice()).isZero();
        }
    }

    @Test
    void aPilotOfSeveralRoundsAsksWhatTheBuildWillAsk() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Plan plan = plan(lectern(server), 13);
            assertThat(plan.kept())
                    .isEqualTo(plan.pilot().orElseThrow().calls())
                    .isEqualTo(13 * CALLS);
            Result built = lectern(server).build();
            assertThat(built.report().calls().reused()).isEqualTo(plan.kept());
            assertThat(built.report().calls().made()).isEqualTo(plan.calls().expected());
            assertThat(server.counts().paidTwice()).isZero();
        }
    }

    @Test
    void ofRoundsThatClosedAllIsKept() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            lectern(server).set("rounds.at-most=4").build();
            Plan plan = plan(lectern(server), 0);
            assertThat(plan.kept()).isEqualTo(2 * A_ROUND * CALLS);
            assertThat(plan.calls().expected()).isEqualTo(2 * A_ROUND * CALLS);
            Result built = lectern(server).build();
            Plan over = plan(lectern(server), 0);
            assertThat(over.calls()).as("nothing is left to do").isEqualTo(Plan.Range.NONE);
            assertThat(over.kept()).isEqualTo(4 * A_ROUND * CALLS);
            assertThat(over.rows()).isEqualTo(built.report().samples().accepted());
            assertThat(server.counts().paidTwice()).isZero();
        }
    }
}
