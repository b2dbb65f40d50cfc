package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.aim.TargetSpec;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.report.SelectionReport;
import dev.lectern.stage.draw.PickClusters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be typed to have documents chosen, and what is said of what may not. */
class EqualOptionsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void documents() throws IOException {
        new ThemedRuns(folder).write(6, 6);
    }

    private Lectern lectern(UnaryOperator<Lectern> more) {
        return more.apply(new ThemedRuns(folder).from("out", "http://127.0.0.1:9/v1"));
    }

    private List<Problem> problems(UnaryOperator<Lectern> more) {
        try {
            lectern(more).build();
        } catch (ProblemsException e) {
            return e.problems();
        }
        return List.of();
    }

    private String pairs() {
        return new ThemedRuns(folder).target();
    }

    private TargetSpec parse(String typed) {
        return TargetSpec.parse(typed, folder::resolve);
    }

    @Test
    void aShareIsNotRoundedUpByAHairOfFloats() {
        PickClusters tenth = new PickClusters(8, "nearest", "own", "passages", 0.5, 3, 0, 0.1, 0, new TreeMap<>());
        assertThat(tenth.most(30, 100)).isEqualTo(3);
        assertThat(tenth.most(31, 100)).isEqualTo(4);
        assertThat(tenth.most(0, 100)).isZero();
    }

    @Test
    void aWeightStandsBehindAColon() {
        assertThat(parse("target.jsonl").weight()).isEqualTo(1);
        assertThat(parse("target.jsonl:.5").weight()).isEqualTo(0.5);
        assertThat(parse("questions of keepers: how and why:2").typed()).isEqualTo("questions of keepers: how and why");
        for (String weight : List.of("x", "-1", "NaN", "1,5", "")) {
            assertThatThrownBy(() -> parse("target.jsonl:" + weight))
                    .hasMessageContaining("'" + weight + "' is no weight")
                    .hasMessageContaining("target.jsonl:0.7");
        }
        assertThatThrownBy(() -> parse("target.jsonl:0")).hasMessageContaining("'target.jsonl' of weight 0");
    }

    @Test
    void nothingIsNoTarget() {
        assertThatThrownBy(() -> parse("")).hasMessageContaining("says nothing");
        assertThatThrownBy(() -> parse("  ")).hasMessageContaining("says nothing");
    }

    @Test
    void aPlanCountsAtTheMostTheRoundsAndTheShareThatAreAllowed() throws IOException {
        UnaryOperator<Lectern> equal = l -> l.recipe("equal").target(pairs()).set("pick-clusters.passages-per-round=4");
        long passages = lectern(equal).plan().passages();
        long all = lectern(equal).plan().calls().expected();
        assertThat(all).isEqualTo(3 * passages);
        assertThat(lectern(l -> equal.apply(l).set("rounds.at-most=3"))
                        .plan()
                        .calls()
                        .expected())
                .isEqualTo(3 * 8);
        assertThat(lectern(l -> equal.apply(l).set("pick-clusters.share=0.5"))
                        .plan()
                        .calls()
                        .expected())
                .isEqualTo(3 * ((passages + 1) / 2));
    }

    @Test
    void everythingWrongWithAChoiceIsSaidAtOnce() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
        List<Problem> problems = problems(l -> l.recipe("equal")
                .select("nearst")
                .target(empty.toString())
                .set("pick-clusters.recal=0.9")
                .set("rounds.at-most=0"));
        assertThat(problems)
                .extracting(Problem::what)
                .containsExactlyInAnyOrder(
                        "there is no policy 'nearst'",
                        "'pick-clusters' has no setting 'recal'",
                        "'rounds': at-most must be 1 or more, accepted 0 or more",
                        "the target '" + empty + "' says nothing: it is empty");
        assertThat(problems).extracting(Problem::where).contains("--set pick-clusters.recal");
        assertThat(problems).extracting(Problem::fix).contains("did you mean 'nearest'?", "did you mean 'recall'?");
    }

    @Test
    void aPolicyThatIsMistypedIsTheOnlyThingWrong() {
        assertThat(problems(l -> l.recipe("grounded").select("rigde").target(pairs())))
                .extracting(Problem::what)
                .containsExactly("there is no policy 'rigde'");
    }

    @Test
    void aSettingThatCannotBeIsNamedWithItsValue() {
        assertThat(problems(l -> l.recipe("equal").target(pairs()).set("pick-clusters.recall=1.5")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).contains("recall is from 0 to 1, not 1.5");
                    assertThat(problem.where()).contains("--set pick-clusters.recall");
                });
        assertThat(problems(l -> l.recipe("equal").target(pairs()).set("pick-clusters.tune={per-pull: 0}")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("per-pull must be 1 or more, not 0"));
    }

    @Test
    void roundsAreABudget() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result result = lectern(l -> l.recipe("equal")
                            .target(pairs())
                            .baseUrl(server.baseUrl())
                            .set("pick-clusters.passages-per-round=4")
                            .set("rounds.at-most=3"))
                    .build();
            SelectionReport told = result.report().selection().orElseThrow();
            assertThat(told.chosen()).isEqualTo(8);
            assertThat(told.told("en")).startsWith("Of 36 passages").endsWith("Then the rounds were over.");
            assertThat(told.told("zh")).endsWith("至此轮数用完。");
            assertThat(told.rounds())
                    .extracting(round -> round.clusters().stream()
                            .mapToLong(SelectionReport.Arm::pulls)
                            .sum())
                    .as("rounds begin small")
                    .containsExactly(2L, 2L, 4L);
            assertThat(told.work().unknown()).containsExactly("test-model");
            assertThat(told.work().flops()).isZero();
        }
    }

    @Test
    void chanceNeedsNoTarget() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            for (String policy : List.of("random", "all")) {
                Result result = lectern(l -> l.recipe("equal").select(policy).baseUrl(server.baseUrl()))
                        .build();
                assertThat(result.report().samples().accepted()).isPositive();
                assertThat(result.report().selection()).isEmpty();
            }
        }
        assertThat(problems(l -> l.recipe("equal").select("random").set("pick-clusters.share=0.1")))
                .extracting(Problem::what)
                .containsExactly("without a target nothing is chosen, so there is nothing to set");
        assertThat(problems(l -> l.recipe("search-instruct").select("random")))
                .extracting(Problem::what)
                .anyMatch(what -> what.contains("does not go through documents"));
    }
}
