package dev.lectern.plan;

import dev.lectern.aim.Chronicle;
import dev.lectern.aim.Sight;
import dev.lectern.engine.Flow;
import dev.lectern.engine.Leavings;
import dev.lectern.engine.Ledger;
import dev.lectern.engine.LocalEngine;
import dev.lectern.engine.Progress;
import dev.lectern.engine.RunTools;
import dev.lectern.engine.Runner;
import dev.lectern.engine.Work;
import dev.lectern.ingest.Scratch;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Meaning;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.recipe.Recipe;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Supplies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * The rounds of a choice once more, from the answers that the run folder holds, asking nobody: which passages come first, and so what is
 * paid for already, is found in no other way.
 *
 * @param done ids of the drawn samples that nothing is to be asked for any more
 * @param kept calls whose answers the rounds made use of
 * @param rows that were accepted, where the rounds came to their end: then nothing is left to do
 */
record Replay(Set<String> done, long kept, Optional<Long> rows) {
    /**
     * @param looked has models that answer from what is kept, and to all else say that the budget is spent
     * @param comparing what compares passages and rows, by the same means
     * @param kept where the run folder keeps vectors
     * @param scratch an empty folder
     * @return empty if the choice could not even be opened: of some passage there is no vector yet
     */
    static Optional<Replay> of(
            Recipe recipe,
            Looked looked,
            Function<Set<String>, Meaning> comparing,
            Path kept,
            Path scratch,
            int threads) {
        borrow(kept, scratch);
        Set<String> answered = ConcurrentHashMap.newKeySet();
        RunTools tools = looked.tools(recipe.roles(), (role, model) -> new Noted(model, answered));
        Supplies given = tools.supplies();
        Sight sight = new Sight(given.sight().aim(), comparing, Chronicle.silent(), scratch);
        RunTools seeing = tools.with(given.withSight(sight));
        return played(recipe, recipe.draw().what(), seeing, scratch, threads)
                .map(played -> new Replay(played.done, answered.size(), played.rows));
    }

    private static <M> Optional<Replay> played(Recipe recipe, Draw<M> draw, RunTools tools, Path scratch, int threads) {
        Watched<M> watched = new Watched<>(draw, Integer.MAX_VALUE);
        Ledger ledger = ledger(recipe);
        try (Leavings leavings = Leavings.in(scratch)) {
            Work work = new Work(tools::at, ledger, leavings, Progress.SILENT);
            LocalEngine engine = new LocalEngine(scratch, threads, threads);
            Runner.Ran<Flow> ran = new Runner<>(engine, drawing(recipe, watched, recipe.then()), work).run();
            if (!ran.partial()) {
                return Optional.of(new Replay(watched.closed(), 0, Optional.of(engine.size(ran.accepted()))));
            }
        }
        Set<String> done = new TreeSet<>(watched.closed());
        watched.open().stream()
                .filter(unit -> through(unit, recipe, tools))
                .map(Sample::id)
                .forEach(done::add);
        return watched.closed().isEmpty() && watched.open().isEmpty()
                ? Optional.empty()
                : Optional.of(new Replay(done, 0, Optional.empty()));
    }

    /**
     * Works on the first units of a choice for real, round by round as the build does, so that those are paid for which the build will choose.
     *
     * @param most how many
     * @param inFlight how many may wait for models at once
     * @param told hears as rounds come to their end
     * @return the units that were worked on; of the last ones something may be missing, where a model was not reached or the budget ended
     */
    static <M> List<Sample> worked(
            Recipe recipe, Draw<M> draw, RunTools tools, int most, int threads, int inFlight, IntConsumer told) {
        Watched<M> watched = new Watched<>(draw, most);
        try (Scratch scratch = Scratch.named("lectern-pilot");
                Leavings leavings = Leavings.in(scratch.folder())) {
            Progress heard = event -> {
                if (event instanceof Progress.Ended) {
                    told.accept(watched.closed().size());
                }
            };
            Work work = new Work(tools::at, ledger(recipe), leavings, heard);
            new Runner<>(
                            new LocalEngine(scratch.folder(), threads, inFlight),
                            drawing(recipe, watched, List.of()),
                            work)
                    .run();
        }
        return watched.all();
    }

    private static Recipe drawing(Recipe recipe, Draw<?> draw, List<Named<Stage>> then) {
        return new Recipe(
                recipe.name(),
                recipe.about(),
                new Named<>(recipe.draw().name(), draw),
                recipe.each(),
                recipe.rounds(),
                then);
    }

    private static Ledger ledger(Recipe recipe) {
        return new Ledger(recipe.stages().stream().map(Named::name).toList());
    }

    /** Whether nothing is to be asked for it any more. */
    private static boolean through(Sample unit, Recipe recipe, RunTools tools) {
        try {
            new Walk(recipe.each(), stage -> tools.at(stage.name()), 1).through(unit, false);
            return true;
        } catch (ModelException e) {
            return false;
        }
    }

    /** A link: should the file turn out to be of something else, another is written in the place of the link, not of the file. */
    private static void borrow(Path kept, Path scratch) {
        Path file = kept.resolve(Sight.VECTORS);
        if (!Files.exists(file)) {
            return;
        }
        try {
            Files.createSymbolicLink(scratch.resolve(Sight.VECTORS), file.toAbsolutePath());
        } catch (IOException | UnsupportedOperationException e) {
            // Where there are no links, the file is made again from the vectors that are kept one by one.
        }
    }

    /** A model whose answers are noted. */
    private record Noted(ChatModel model, Set<String> keys) implements ChatModel {
        @Override
        public ModelId id() {
            return model.id();
        }

        @Override
        public ChatReply chat(ChatRequest request) {
            ChatReply reply = model.chat(request);
            keys.add(reply.key());
            return reply;
        }
    }
}
