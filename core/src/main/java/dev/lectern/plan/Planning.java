package dev.lectern.plan;

import dev.lectern.aim.Chronicle;
import dev.lectern.aim.Sight;
import dev.lectern.engine.Progress;
import dev.lectern.engine.RunFolder;
import dev.lectern.index.CorpusIndex;
import dev.lectern.ingest.Ingest;
import dev.lectern.ingest.Scratch;
import dev.lectern.model.Embedder;
import dev.lectern.model.ModelException;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.DurableModel;
import dev.lectern.model.call.Models;
import dev.lectern.options.BuildOptions;
import dev.lectern.options.Provisions;
import dev.lectern.options.Selecting;
import dev.lectern.prepare.Checked;
import dev.lectern.prepare.Indexing;
import dev.lectern.prepare.KeptReplies;
import dev.lectern.prepare.Reading;
import dev.lectern.recipe.Recipe;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Supplies;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Use;
import dev.lectern.stage.ask.AskFromEvidence;
import dev.lectern.stage.ask.AskOfFact;
import dev.lectern.stage.ask.ExpandSeeds;
import dev.lectern.tell.LiveCalls;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out what a build would ask: real prompts over a part of the passages, put to models that answer from what is kept and otherwise
 * only count; after a pilot, from what that took.
 */
public record Planning(BuildOptions options, Progress progress, int pilot) {
    /** Units whose prompts are counted; the rest is as they are on the average. */
    private static final int LOOKED_AT = 200;

    public Plan run() {
        Checked checked = Checked.of(options, pilot > 0);
        try (Scratch scratch = Scratch.named("lectern-plan");
                Ingest.Result read = new Reading(options, progress).into(scratch.folder())) {
            return plan(checked, read, scratch.folder());
        }
    }

    private Plan plan(Checked checked, Ingest.Result read, Path scratch) {
        Recipe recipe = checked.recipe();
        int questions = recipe.each().stream()
                .map(Named::what)
                .mapToInt(Planning::questions)
                .filter(number -> number > 0)
                .findFirst()
                .orElse(1);
        if (recipe.roles().isEmpty()) {
            return Reckoning.free(recipe, read.report());
        }
        Optional<Piloting> piloted = Optional.empty();
        if (pilot > 0) {
            try (RunFolder folder = RunFolder.open(options.output(), recipe.name());
                    ReplyStore store = KeptReplies.open(folder)) {
                Models models = Models.open(options.bound(recipe), options.calls(), store, Clock.systemUTC());
                models.probe();
                Indexing indexing = Indexing.of(options, recipe, models, progress);
                try (CorpusIndex index = indexing.over(read.corpus(), folder.root())) {
                    Looked looked = new Looked(
                            options,
                            seeing(checked, indexing, folder),
                            read,
                            models,
                            store,
                            index::retriever,
                            questions);
                    List<Sample> units = chooses(recipe) ? worked(recipe, looked, models) : List.of();
                    piloted = Optional.of(Piloting.over(
                            units.isEmpty() ? drawn(recipe, looked, 0, pilot) : units, looked, models, progress));
                }
            }
        }
        return foreseen(checked, read, scratch, questions, piloted);
    }

    /** The aim as vectors, so that a pilot works on passages that the build would choose first. */
    private static Checked seeing(Checked checked, Indexing indexing, RunFolder folder) {
        Supplies given = checked.supplies();
        return checked.with(given.withSight(new Sight(
                given.sight().aim(),
                indexing.comparing(),
                Chronicle.silent(),
                folder.run().resolve("corpus"))));
    }

    /** Looks at passages by chance where the build would choose: that needs vectors, and those chosen are as long as any. */
    private Plan foreseen(Checked asked, Ingest.Result read, Path scratch, int questions, Optional<Piloting> piloted) {
        Recipe recipe = Selecting.unchosen(asked.recipe());
        Checked checked = asked.with(recipe);
        try (ReplyStore store = KeptReplies.look(options.output(), recipe)) {
            Models models = Models.open(
                    options.bound(asked.recipe()),
                    options.calls().withoutBudget(),
                    new Unasked.Untouched(store),
                    Clock.systemUTC(),
                    Unasked.providers());
            models.unprobed();
            try (CorpusIndex index = foreseen(recipe, models, store).over(read.corpus(), scratch)) {
                Looked looked = new Looked(options, checked, read, models, store, index::retriever, questions);
                Optional<Replay> replay = replay(asked, looked, models, store, scratch);
                int from = replay.isPresent()
                        ? 0
                        : piloted.map(done -> done.looked().tally().size()).orElse(0);
                Set<String> done = replay.map(Replay::done).orElse(Set.of());
                drawn(recipe, looked, from, LOOKED_AT + done.size()).stream()
                        .filter(sample -> !done.contains(sample.id()))
                        .limit(LOOKED_AT)
                        .forEach(sample -> looked.at(sample, true));
                return new Reckoning(
                                options, recipe, read.report(), models, questions, units(asked.recipe(), read, looked))
                        .of(looked, piloted, replay);
            }
        }
    }

    /**
     * Where a run has made vectors, the plan finds what the run found, and so sees which calls are kept. Before that, passages found by
     * words alone are as long as any: making all vectors for a plan would take as long as the build.
     */
    private Indexing foreseen(Recipe recipe, Models models, ReplyStore store) {
        return store.count(Embedder.KEPT) > 0
                ? Indexing.of(options, recipe, models, Progress.SILENT)
                : new Indexing(Optional.empty(), Optional.empty());
    }

    private static boolean chooses(Recipe recipe) {
        return recipe.draw().what().uses().contains(new Use.Target());
    }

    /** The units of a pilot of a choice, which must be told of a round before it names the next; what they were asked is kept. */
    private List<Sample> worked(Recipe recipe, Looked looked, Models models) {
        try (LiveCalls told = new LiveCalls(progress, models, Set.of(Piloting.STAGE))) {
            return Replay.worked(
                    recipe,
                    recipe.draw().what(),
                    looked.tools(recipe.roles(), (role, model) -> model),
                    pilot,
                    options.threads(),
                    models.mostWaiting(),
                    done -> told.hear(new Progress.Advanced(
                            Piloting.STAGE, done, pilot, Progress.Counts.NONE, Progress.Calls.NONE)));
        }
    }

    /** What passages were chosen is not seen from some of them: the choice is made again as far as the answers go. Empty where none are kept. */
    private Optional<Replay> replay(Checked asked, Looked looked, Models models, ReplyStore store, Path scratch) {
        Recipe recipe = asked.recipe();
        if (!chooses(recipe) || store.count(DurableModel.KIND) == 0) {
            return Optional.empty();
        }
        return Replay.of(
                recipe,
                looked,
                Indexing.of(options, recipe, models, Progress.SILENT).comparing(),
                options.output().resolve("run/corpus"),
                scratch,
                options.threads());
    }

    /** Passages that may be drawn, or what the first round draws; more where rounds go on until there are rows enough. */
    private static long units(Recipe recipe, Ingest.Result read, Looked looked) {
        if (Provisions.documentsNeeded(recipe)) {
            return recipe.draw()
                    .what()
                    .most(read.report().passages(), recipe.rounds().atMost());
        }
        return recipe.rounds().atMost() > 1
                ? Integer.MAX_VALUE
                : drawn(recipe, looked, 0, Integer.MAX_VALUE).size();
    }

    /** How many questions a stage makes of one unit; 0 for one that asks none. */
    private static int questions(Stage stage) {
        return switch (stage) {
            case AskFromEvidence ask -> ask.perPassage();
            case ExpandSeeds expand -> expand.questions();
            case AskOfFact ask -> ask.questions();
            default -> 0;
        };
    }

    private static <M> M opened(Draw<M> draw, Tools own) {
        try {
            return draw.open(own);
        } catch (ModelException e) {
            throw Piloting.stopped(e);
        }
    }

    /** Some of the samples that the build would draw, in its order. */
    private static <M> List<Sample> drawn(Recipe recipe, Looked looked, int from, int most) {
        @SuppressWarnings("unchecked")
        Draw<M> draw = (Draw<M>) recipe.draw().what();
        Tools own = looked.plainTools().at(recipe.draw().name());
        M memory = opened(draw, own);
        List<Sample> samples = new ArrayList<>();
        for (int round = 0; round < recipe.rounds().atMost() && samples.size() < from + most; round++) {
            int before = samples.size();
            try (Stream<Sample> more = draw.draw(memory, round, own)) {
                more.limit(from + most - before).forEach(samples::add);
            }
            if (samples.size() == before) {
                break;
            }
        }
        return samples.subList(Math.min(from, samples.size()), samples.size());
    }
}
