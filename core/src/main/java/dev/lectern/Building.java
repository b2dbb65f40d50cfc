package dev.lectern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.aim.Chronicle;
import dev.lectern.aim.Sight;
import dev.lectern.engine.Flow;
import dev.lectern.engine.Leavings;
import dev.lectern.engine.Ledger;
import dev.lectern.engine.LocalEngine;
import dev.lectern.engine.Manifest;
import dev.lectern.engine.Progress;
import dev.lectern.engine.RunFolder;
import dev.lectern.engine.RunTools;
import dev.lectern.engine.Runner;
import dev.lectern.engine.Work;
import dev.lectern.index.CorpusIndex;
import dev.lectern.ingest.FoundDocuments;
import dev.lectern.ingest.Ingest;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ModelId;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Models;
import dev.lectern.options.BuildOptions;
import dev.lectern.prepare.Checked;
import dev.lectern.prepare.Findings;
import dev.lectern.prepare.Fingerprints;
import dev.lectern.prepare.Indexing;
import dev.lectern.prepare.KeptReplies;
import dev.lectern.prepare.Reading;
import dev.lectern.prepare.Shares;
import dev.lectern.recipe.Recipe;
import dev.lectern.recipe.RecipeText;
import dev.lectern.report.RunReport;
import dev.lectern.stage.Named;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Stage;
import dev.lectern.tell.LiveCalls;
import dev.lectern.tell.Selected;
import dev.lectern.tell.Telling;
import dev.lectern.text.Chance;
import dev.lectern.text.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A build from beginning to end: check everything, read, run the recipe, write what came out, tell of it. */
final class Building {
    private final BuildOptions options;
    private final Progress progress;
    private final long began = System.nanoTime();

    Building(BuildOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    Result run() {
        Checked checked = Checked.of(options, true);
        tellOfIdle(checked.recipe());
        try (RunFolder folder =
                        RunFolder.open(options.output(), checked.recipe().name());
                ReplyStore store = KeptReplies.open(folder)) {
            Models models = Models.open(options.bound(checked.recipe()), options.calls(), store, Clock.systemUTC());
            try (Ingest.Result read = new Reading(options, progress).into(folder.root())) {
                List<Models.Facts> facts = checked.recipe().roles().isEmpty() ? List.of() : models.probe();
                Indexing indexing = Indexing.of(options, checked.recipe(), models, progress);
                Manifest manifest = manifest(checked, read, models, facts, indexing);
                folder.write("run/recipe.yaml", RecipeText.of(checked.recipe()));
                folder.write("run/manifest.json", Json.line(manifest) + "\n");
                Chronicle chronicle = Selected.chronicle(folder, store, models, options, progress);
                Sight sight = new Sight(
                        checked.supplies().sight().aim(),
                        indexing.comparing(),
                        chronicle,
                        folder.run().resolve("corpus"));
                Checked seeing = checked.with(checked.supplies().withSight(sight));
                try (CorpusIndex index = indexing.over(read.corpus(), folder.root())) {
                    return run(folder, seeing, read, models, index, manifest, store);
                }
            }
        }
    }

    private Result run(
            RunFolder folder,
            Checked checked,
            Ingest.Result read,
            Models models,
            CorpusIndex index,
            Manifest manifest,
            ReplyStore store) {
        Recipe recipe = checked.recipe();
        Path scratch = folder.scratch();
        Optional<Findings> findings = Findings.of(recipe, options, checked.supplies(), read, store, models::takeCall);
        Ingest.Result known = findings.map(Findings::known).orElse(read);
        RunTools tools = new RunTools(
                recipe.name(),
                known.corpus(),
                byRole(recipe, models),
                index::retriever,
                checked.prompts(),
                Clock.systemUTC(),
                new Chance(options.seed(), ""),
                findings.map(Findings::supplies).orElse(checked.supplies()));
        int waiting = paidTwiceInOneGo(recipe) ? models.mostUnfinished() : models.mostWaiting();
        Shares shares = Shares.of(recipe, options.inputs().search().isPresent() ? 1 : 0);
        Ledger ledger = new Ledger(recipe.stages().stream().map(Named::name).toList());
        // One listener for all rounds: what it has said once is not said again.
        try (LiveCalls told = new LiveCalls(progress, models, paid(recipe))) {
            for (; ; ledger = ledger.again()) {
                long madeBefore = models.meter().counts().made();
                LocalEngine engine = new LocalEngine(scratch, options.threads(), waiting);
                try (Leavings leavings = Leavings.in(folder.scratch())) {
                    Work work = new Work(tools::at, ledger, leavings, told, stage -> models.share(shares.of(stage)));
                    Runner.Ran<Flow> ran = new Runner<>(engine, recipe, work).run();
                    boolean more = models.meter().counts().made() > madeBefore
                            && models.callsLeft().orElse(0) >= shares.callsPerUnit();
                    if (more && ledger.heldForBudget()) {
                        // Less than its share was taken, as rows were dropped on the way: the rest begins some more.
                        models.meter().again();
                        continue;
                    }
                    folder.writeLines(
                            "samples.jsonl", engine.sorted(ran.accepted()).map(Json::line));
                    folder.writeLines("dropped.jsonl", leavings.dropped());
                    folder.writeLines("failed.jsonl", leavings.failed());
                    folder.writeLines("run/held.jsonl", leavings.held());
                    findings.ifPresent(found -> FoundDocuments.write(folder.root(), found.corpus()));
                    Manifest made = manifest.completed(!ran.partial());
                    RunReport report = new Telling(
                                    options, checked, known, models, ledger, made, findings.flatMap(Findings::web))
                            .write(folder, () -> engine.sorted(ran.accepted()), seconds());
                    folder.write("run/manifest.json", Json.line(made) + "\n");
                    return Result.of(folder.root(), report, options.samples(), ledger);
                }
            }
        }
    }

    private double seconds() {
        return Math.round((System.nanoTime() - began) / 1e6) / 1e3;
    }

    /** Models of roles that the recipe has no use for are neither asked what they can do nor named in the report. */
    private void tellOfIdle(Recipe recipe) {
        options.models().keySet().stream()
                .filter(role -> !recipe.roles().contains(role) && !role.equals(BuildOptions.EVERY_ROLE))
                .filter(role -> !role.equals(Models.EMBEDDER) || !recipe.embeds())
                .filter(role -> !role.equals(Models.RERANKER) || !recipe.looksUp())
                .forEach(role -> progress.hear(new Progress.Noted(
                        "the recipe '{0}' uses no {1}: the model named for it is not asked",
                        List.of(recipe.name(), role))));
    }

    /** Whether a sample meets two paid stages before all samples are looked at together: then it may be finished before others begin. */
    private static boolean paidTwiceInOneGo(Recipe recipe) {
        int paid = 0;
        for (Named<Stage> stage : recipe.stages()) {
            paid = stage.what() instanceof PerSample ? paid + (stage.what().paid() ? 1 : 0) : 0;
            if (paid > 1) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> paid(Recipe recipe) {
        return recipe.stages().stream()
                .filter(stage -> stage.what().paid())
                .map(Named::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, List<ChatModel>> byRole(Recipe recipe, Models models) {
        Map<String, List<ChatModel>> bound = new TreeMap<>();
        recipe.roles().forEach(role -> bound.put(role, models.of(role)));
        return bound;
    }

    private Manifest manifest(
            Checked checked, Ingest.Result read, Models models, List<Models.Facts> facts, Indexing indexing) {
        SortedMap<String, List<JsonNode>> able = able(models.roles(), facts);
        return new Manifest(
                Version.current(),
                checked.recipe().name(),
                options.seed(),
                options.sources().stream().map(Path::toString).toList(),
                read.corpus().digest(),
                Fingerprints.of(
                        checked.recipe(),
                        checked.prompts(),
                        read.corpus().digest(),
                        indexing.id(),
                        Json.line(able),
                        checked.supplies(),
                        options.inputs().search().orElse("")),
                able,
                able(models.standIns(), facts),
                false);
    }

    private static SortedMap<String, List<JsonNode>> able(
            SortedMap<String, List<ModelId>> roles, List<Models.Facts> facts) {
        Function<Object, JsonNode> tree = Json.mapper()::valueToTree;
        SortedMap<String, List<JsonNode>> able = new TreeMap<>();
        roles.forEach((role, ids) -> able.put(
                role,
                ids.stream()
                        .flatMap(id -> facts.stream().filter(f -> f.id().equals(id)))
                        .map(tree)
                        .toList()));
        return able;
    }
}
