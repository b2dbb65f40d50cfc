package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.engine.Engine;
import dev.lectern.engine.Leavings;
import dev.lectern.engine.Ledger;
import dev.lectern.engine.Progress;
import dev.lectern.engine.RunTools;
import dev.lectern.engine.Runner;
import dev.lectern.engine.Work;
import dev.lectern.model.ModelException;
import dev.lectern.recipe.Recipe;
import dev.lectern.recipe.Repeat;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import dev.lectern.testkit.ToyStages.Ask;
import dev.lectern.testkit.ToyStages.BreakOn;
import dev.lectern.testkit.ToyStages.Count;
import dev.lectern.testkit.ToyStages.DropCopies;
import dev.lectern.testkit.ToyStages.KeepFirst;
import dev.lectern.testkit.ToyStages.Numbers;
import dev.lectern.testkit.ToyStages.PaidEcho;
import dev.lectern.testkit.ToyStages.Unreachable;
import dev.lectern.text.Chance;
import dev.lectern.text.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine keeps: the laws of accounting, of order, of rounds. Extend it and say how the engine is made. */
public abstract class EngineContract<F> {
    @TempDir
    Path folder;

    /** A new engine that may use so many threads and write to this empty folder. */
    protected abstract Engine<F> engine(Path emptyFolder, int threads);

    /** All that a run leaves behind. */
    private record Left(
            List<String> accepted,
            List<String> dropped,
            List<String> failed,
            Ledger ledger,
            boolean partial,
            int rounds) {}

    private Left run(int threads, Draw<?> draw, Repeat rounds, Stage... stages) {
        List<Named<Stage>> named = new ArrayList<>();
        for (Stage stage : stages) {
            named.add(new Named<>("stage-" + named.size(), stage));
        }
        Recipe recipe = new Recipe("toy", "", new Named<>("draw", draw), named, rounds, List.of());
        Path place = folder.resolve("run-" + System.nanoTime());
        Ledger ledger = new Ledger(named.stream().map(Named::name).toList());
        RunTools tools = new RunTools(
                "toy",
                MemoryCorpus.of(Map.of(), "en"),
                Map.of(),
                ToyStages.noPrompts(),
                Clock.systemUTC(),
                new Chance(42, ""));
        Engine<F> engine = engine(place.resolve("flows"), threads);
        try (Leavings leavings = Leavings.in(place.resolve("left"))) {
            Runner.Ran<F> ran =
                    new Runner<>(engine, recipe, new Work(tools::at, ledger, leavings, Progress.SILENT)).run();
            return new Left(
                    lines(engine.sorted(ran.accepted()).map(Json::line)),
                    lines(leavings.dropped()),
                    lines(leavings.failed()),
                    ledger,
                    ran.partial(),
                    ran.rounds());
        }
    }

    private static List<String> lines(Stream<String> stream) {
        try (stream) {
            return stream.toList();
        }
    }

    @Test
    void oneThreadAndManyLeaveTheSameBytes() {
        Stage[] stages = {new Ask(3), new DropCopies(7), new BreakOn(5), new KeepFirst(50), new Count()};
        Left one = run(1, new Numbers(200, 0), Repeat.ONCE, stages);
        Left many = run(16, new Numbers(200, 0), Repeat.ONCE, stages);
        assertThat(many.accepted).isEqualTo(one.accepted).isNotEmpty();
        assertThat(many.dropped).isEqualTo(one.dropped).isNotEmpty();
        assertThat(many.failed).isEqualTo(one.failed).isNotEmpty();
    }

    @Test
    void everySampleIsAccountedForAtEveryStage() {
        Left left = run(4, new Numbers(100, 0), Repeat.ONCE, new Ask(3), new DropCopies(7), new BreakOn(5));
        Progress.Counts ask = left.ledger.counts("stage-0");
        assertThat(ask.in()).isEqualTo(100);
        assertThat(ask.born()).isEqualTo(200);
        assertThat(ask.kept()).isEqualTo(300);
        Progress.Counts copies = left.ledger.counts("stage-1");
        assertThat(copies.in()).isEqualTo(300);
        Progress.Counts last = left.ledger.counts("stage-2");
        assertThat(last.in()).isEqualTo(copies.kept());
        assertThat(last.kept() + last.failed()).isEqualTo(last.in());
        assertThat(left.accepted).hasSize((int) last.kept());
    }

    @Test
    void anExceptionFailsItsSampleAloneAndKeepsIt() {
        Left left = run(4, new Numbers(20, 0), Repeat.ONCE, new BreakOn(5));
        assertThat(left.accepted).hasSize(16);
        assertThat(left.failed).hasSize(4).allMatch(line -> line.contains("a bug in the stage"));
        assertThat(left.partial).isFalse();
    }

    @Test
    void theBestRankedOfAGroupStaysAndIsNamedAsTwin() {
        Left left = run(4, new Numbers(10, 0), Repeat.ONCE, new DropCopies(1));
        assertThat(left.accepted).hasSize(1);
        String kept = Json.read(left.accepted.getFirst(), Sample.class).id();
        assertThat(left.dropped).hasSize(9).allMatch(line -> line.contains("\"twin\":\"" + kept + "\""));
    }

    @Test
    void aRoundWithHeldSamplesDoesNotCloseAndNoLaterOneBegins() {
        Left left = run(4, new Numbers(30, 10), new Repeat(3, 0), new Unreachable(7, ModelException.Kind.UNREACHABLE));
        assertThat(left.partial).isTrue();
        assertThat(left.rounds).isEqualTo(1);
        assertThat(left.ledger.held()).isPositive();
    }

    @Test
    void aShuffleThatPaidStagesFollowWaitsForHeldSamples() {
        Left left = run(
                4,
                new Numbers(30, 0),
                Repeat.ONCE,
                new Unreachable(7, ModelException.Kind.UNREACHABLE),
                new DropCopies(30),
                new PaidEcho());
        assertThat(left.ledger.counts("stage-2").in()).isZero();
        assertThat(left.ledger.counts("stage-1").held())
                .isEqualTo(left.ledger.counts("stage-1").in());
        assertThat(left.accepted).isEmpty();
    }

    @Test
    void aRefusalFailsItsSampleAndABudgetHoldsIt() {
        Left refused = run(2, new Numbers(14, 0), Repeat.ONCE, new Unreachable(7, ModelException.Kind.REFUSED));
        assertThat(refused.failed).hasSize(2).allMatch(line -> line.contains("raw words"));
        assertThat(refused.partial).isFalse();
        Left spent = run(2, new Numbers(14, 0), Repeat.ONCE, new Unreachable(7, ModelException.Kind.BUDGET));
        assertThat(spent.ledger.heldReasons()).containsOnlyKeys("budget: no");
    }

    @Test
    void laterRoundsAreComparedWithWhatEarlierOnesLetThrough() {
        Left left = run(4, new Numbers(30, 10), new Repeat(5, 0), new DropCopies(4));
        assertThat(left.accepted).hasSize(4);
        assertThat(left.accepted).allMatch(line -> line.contains("\"round\":0"));
        assertThat(left.rounds).isEqualTo(3);
    }

    @Test
    void roundsEndOnceEnoughIsAccepted() {
        Left left = run(4, new Numbers(100, 10), new Repeat(50, 25), new Ask(1));
        assertThat(left.accepted).hasSize(30);
        assertThat(left.rounds).isEqualTo(3);
    }

    @Test
    void aDrawHearsEveryOutcomeOfARoundInIdOrder() {
        ToyStages.Learner draw = new ToyStages.Learner(20);
        run(8, draw, new Repeat(1, 0), new Ask(2), new DropCopies(5), new BreakOn(3));
        List<Outcome> heard = draw.heard();
        assertThat(heard)
                .hasSize(40)
                .isSortedAccordingTo(Comparator.comparing(o -> o.sample().id()));
        assertThat(heard).hasAtLeastOneElementOfType(Outcome.Dropped.class);
        assertThat(heard).hasAtLeastOneElementOfType(Outcome.Kept.class);
    }

    @Test
    void aSummaryOverAllSamplesReachesEachOfThem() {
        Left left = run(4, new Numbers(12, 0), Repeat.ONCE, new Count());
        assertThat(left.accepted).hasSize(12).allMatch(line -> line.contains("\"of\":12.0"));
    }
}
