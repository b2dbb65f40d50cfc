package dev.lectern.bench.search;

import dev.lectern.corpus.Corpus;
import dev.lectern.engine.Flow;
import dev.lectern.engine.Leavings;
import dev.lectern.engine.Ledger;
import dev.lectern.engine.LocalEngine;
import dev.lectern.engine.Progress;
import dev.lectern.engine.RunTools;
import dev.lectern.engine.Runner;
import dev.lectern.engine.Work;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.recipe.Recipe;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Supplies;
import dev.lectern.stage.Use;
import dev.lectern.stage.screen.Require;
import dev.lectern.testkit.FakeModel;
import dev.lectern.text.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A recipe run with the oracle for its writer, and what came of it.
 *
 * @param rows accepted, by id
 * @param calls different requests: equal ones share a call, as in a run folder
 */
record Simulated(List<Sample> rows, Ledger ledger, long calls) {
    Simulated {
        rows = List.copyOf(rows);
    }

    static Simulated run(Oracle oracle, Corpus corpus, Recipe whole, Supplies supplies) throws IOException {
        Recipe recipe = withoutJudges(whole);
        FakeModel model = FakeModel.by(oracle::reply);
        RunTools tools = new RunTools(
                        recipe.name(),
                        corpus,
                        Map.of("writer", List.of(model)),
                        ResourcePrompts.shipped(),
                        Clock.systemUTC(),
                        new Chance(42, ""))
                .with(supplies);
        Ledger ledger = new Ledger(recipe.stages().stream().map(Named::name).toList());
        Path place = Files.createTempDirectory("lectern-search");
        LocalEngine engine = new LocalEngine(place, 2, 16);
        try (Leavings leavings = Leavings.in(place.resolve("left"))) {
            Runner.Ran<Flow> ran =
                    new Runner<>(engine, recipe, new Work(tools::at, ledger, leavings, Progress.SILENT)).run();
            try (Stream<Sample> sorted = engine.sorted(ran.accepted())) {
                long calls = model.asked().stream()
                        .map(request -> request.messages() + "" + request.attempt())
                        .distinct()
                        .count();
                return new Simulated(sorted.toList(), ledger, calls);
            }
        }
    }

    /** As a build shapes it where nobody is named to judge. */
    private static Recipe withoutJudges(Recipe whole) {
        List<Named<Stage>> each = whole.each().stream()
                .filter(stage -> !(stage.what() instanceof Require))
                .filter(stage -> stage.what().uses().stream()
                        .noneMatch(use ->
                                use instanceof Use.Role role && !role.name().equals("writer")))
                .toList();
        return whole.withEach(each);
    }

    /** Samples that came into the stage. */
    long into(String stage) {
        return ledger.counts(stage).in();
    }
}
