package dev.lectern.bench.search;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.engine.Flow;
import dev.lectern.engine.Leavings;
import dev.lectern.engine.Ledger;
import dev.lectern.engine.LocalEngine;
import dev.lectern.engine.Progress;
import dev.lectern.engine.RunTools;
import dev.lectern.engine.Runner;
import dev.lectern.engine.Work;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.recipe.Catalog;
import dev.lectern.recipe.Recipe;
import dev.lectern.recipe.RecipeCatalog;
import dev.lectern.recipe.Repeat;
import dev.lectern.recipe.Setting;
import dev.lectern.sample.Sample;
import dev.lectern.seed.Facts;
import dev.lectern.seed.Seeds;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import dev.lectern.stage.Named;
import dev.lectern.stage.Supplies;
import dev.lectern.testkit.FakeModel;
import dev.lectern.testkit.MemoryCorpus;
import dev.lectern.text.Chance;
import dev.lectern.text.Hash;
import dev.lectern.web.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * SearchInstruct on SQuAD paragraphs (METHODS 1(f)): how many rows stand on evidence as more passages are used, what expansion covers that
 * seeds alone do not, and what both presets cost.
 *
 * <pre>java … dev.lectern.bench.search.SearchBench squad11_dev_articles.jsonl.gz</pre>
 */
public final class SearchBench {
    private final Oracle oracle;
    private final MemoryCorpus corpus;

    private record Ran(List<Sample> rows, long expansions, long unique, long calls, long seedsAsked) {
        double callsPerRow() {
            return (double) calls / Math.max(1, rows.size());
        }
    }

    private SearchBench(Oracle oracle) {
        this.oracle = oracle;
        List<Document> documents = new ArrayList<>();
        oracle.paragraphs().forEach((id, text) -> {
            DocumentBuilder document = new DocumentBuilder();
            document.paragraph(text, List.of());
            documents.add(document.build(id, id, "en"));
        });
        corpus = new MemoryCorpus(documents);
    }

    public static void main(String[] arguments) throws IOException {
        Oracle oracle = Oracle.over(Path.of(arguments[0]));
        SearchBench bench = new SearchBench(oracle);
        List<String> seeds = oracle.seeds(oracle.articles() / 2);
        System.out.printf(
                Locale.ROOT,
                "%d paragraphs, %d articles, %d seeds of half of them%n",
                oracle.paragraphs().size(),
                oracle.articles(),
                seeds.size());
        System.out.printf(Locale.ROOT, "%n| used passages | asked | grounded | rate |%n|---|---|---|---|%n");
        for (int top : new int[] {1, 2, 3, 5, 10}) {
            Ran ran = bench.run(seeds, "tuned", 1, "gather-evidence.top=" + top, "gather-evidence.tokens=100000");
            bench.check(ran);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %d | %d | %.3f |%n",
                    top,
                    ran.unique,
                    ran.rows.size(),
                    (double) ran.rows.size() / ran.unique);
        }
        System.out.printf(
                Locale.ROOT,
                "%n| rows | rows taken | paragraphs | articles of %d |%n|---|---|---|---|%n",
                oracle.articles());
        Ran tuned = bench.run(seeds, "tuned", 1);
        List<Sample> alone = tuned.rows.stream()
                .filter(row -> row.tags().containsKey("human"))
                .toList();
        List<Sample> grown = some(tuned.rows, alone.size());
        bench.cover("seeds only", alone);
        bench.cover("tuned, as many", grown);
        bench.cover("tuned, all", tuned.rows);
        System.out.printf(
                Locale.ROOT,
                "%n| preset | rounds | asked | answered calls | rows | calls per row |%n|---|---|---|---|---|---|%n");
        for (String preset : List.of("paper", "tuned")) {
            Ran ran = bench.run(seeds, preset, preset.equals("paper") ? 40 : 2);
            bench.check(ran);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %.2f |%n",
                    preset,
                    preset.equals("paper") ? 40 : 2,
                    ran.unique,
                    ran.calls,
                    ran.rows.size(),
                    ran.callsPerRow());
        }
    }

    private static List<Sample> some(List<Sample> rows, int count) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> Hash.id("some", row.instruction())))
                .limit(count)
                .toList();
    }

    private void cover(String name, List<Sample> rows) {
        Set<String> paragraphs = new HashSet<>();
        Set<String> articles = new HashSet<>();
        rows.forEach(row -> {
            paragraphs.add(oracle.gold(row.instruction()).paragraph());
            articles.add(oracle.gold(row.instruction()).article());
        });
        System.out.printf(
                Locale.ROOT, "| %s | %d | %d | %d |%n", name, rows.size(), paragraphs.size(), articles.size());
    }

    /** Every accepted row's answer stands in its evidence, and nothing was answered twice. */
    private void check(Ran ran) {
        for (Sample row : ran.rows) {
            if (row.evidence().stream().noneMatch(e -> e.quote().contains(row.answer()))) {
                throw new IllegalStateException("no evidence for: " + row.instruction());
            }
        }
    }

    private Ran run(List<String> seeds, String preset, int rounds, String... set) throws IOException {
        List<Row> lines = new ArrayList<>();
        seeds.forEach(seed -> lines.add(new Row(lines.size() + 1, Map.of("question", seed))));
        Supplies supplies = new Supplies(Seeds.of(new Sheet("seeds", lines, List.of()), "en"), Facts.NONE, Web.NONE);
        List<Setting> settings = new ArrayList<>(List.of(Setting.parse("gather-evidence.index=lexical")));
        Stream.of(set).map(Setting::parse).forEach(settings::add);
        Recipe read = RecipeCatalog.named("search-instruct", Optional.of(preset), settings, new Catalog());
        Recipe recipe =
                new Recipe(read.name(), read.about(), read.draw(), read.each(), new Repeat(rounds, 0), read.then());
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
            List<Sample> rows;
            try (Stream<Sample> sorted = engine.sorted(ran.accepted())) {
                rows = sorted.toList();
            }
            // Equal requests share one call, as in a run folder.
            long calls = model.asked().stream()
                    .map(request -> request.messages() + "" + request.attempt())
                    .distinct()
                    .count();
            return new Ran(
                    rows,
                    ledger.counts("expand-seeds").in(),
                    ledger.counts("gather-evidence").in(),
                    calls,
                    seeds.size());
        }
    }
}
