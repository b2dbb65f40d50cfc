package dev.lectern.bench.search;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
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
import dev.lectern.stage.Supplies;
import dev.lectern.testkit.MemoryCorpus;
import dev.lectern.text.Hash;
import dev.lectern.web.Web;
import java.io.IOException;
import java.nio.file.Path;
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
        Path file = Path.of(arguments[0]);
        SearchBench bench = new SearchBench(Oracle.over(file));
        List<String> seeds = bench.oracle.seeds(bench.oracle.articles());
        System.out.printf(
                Locale.ROOT,
                "%d paragraphs, %d articles, %d seeds: a tenth of the questions of each%n",
                bench.oracle.paragraphs().size(),
                bench.oracle.articles(),
                seeds.size());
        bench.grounded(seeds);
        bench.coverage("all articles", seeds);
        SearchBench half = new SearchBench(Oracle.over(file));
        half.coverage("half of them", half.oracle.seeds(half.oracle.articles() / 2));
        bench.presets(seeds);
    }

    private void grounded(List<String> seeds) throws IOException {
        System.out.printf(Locale.ROOT, "%n| used passages | asked | grounded | rate |%n|---|---|---|---|%n");
        for (int top : new int[] {1, 2, 3, 5, 10}) {
            Simulated ran = run(seeds, "tuned", 1, "gather-evidence.top=" + top, "gather-evidence.tokens=100000");
            check(ran);
            long asked = ran.into("gather-evidence");
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %d | %d | %.3f |%n",
                    top,
                    asked,
                    ran.rows().size(),
                    (double) ran.rows().size() / asked);
        }
    }

    private void coverage(String seeded, List<String> seeds) throws IOException {
        System.out.printf(Locale.ROOT, "%n| seeds of %s | rows | paragraphs | articles |%n|---|---|---|---|%n", seeded);
        Simulated tuned = run(seeds, "tuned", 1);
        List<Sample> alone = tuned.rows().stream()
                .filter(row -> row.tags().containsKey("human"))
                .toList();
        List<Sample> born = tuned.rows().stream()
                .filter(row -> !row.tags().containsKey("human"))
                .toList();
        int most = Math.min(alone.size(), born.size());
        cover("seeds only, as many", some(alone, most));
        cover("expanded only, as many", some(born, most));
        cover("both, as many", some(tuned.rows(), most));
        cover("all", tuned.rows());
    }

    /** Both from 200 questions that a model was asked for, and ours once more as it ships. */
    private void presets(List<String> seeds) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%n| preset | answered | calls | rows | different rows | calls per row | per different row |%n"
                        + "|---|---|---|---|---|---|---|%n");
        preset("paper", run(seeds, "paper", 40));
        preset("tuned", run(seeds, "tuned", 1, "draw-seeds.draws=25", "draw-seeds.seeds-too=false"));
        preset("tuned, seeds answered too", run(seeds, "tuned", 1, "draw-seeds.draws=25"));
    }

    private void preset(String name, Simulated ran) {
        check(ran);
        long different = ran.rows().stream().map(Sample::instruction).distinct().count();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %.2f | %.2f |%n",
                name,
                ran.into("gather-evidence"),
                ran.calls(),
                ran.rows().size(),
                different,
                (double) ran.calls() / ran.rows().size(),
                (double) ran.calls() / different);
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
    private void check(Simulated ran) {
        for (Sample row : ran.rows()) {
            if (row.evidence().stream().noneMatch(e -> e.quote().contains(row.answer()))) {
                throw new IllegalStateException("no evidence for: " + row.instruction());
            }
        }
    }

    private Simulated run(List<String> seeds, String preset, int rounds, String... set) throws IOException {
        List<Row> lines = new ArrayList<>();
        seeds.forEach(seed -> lines.add(new Row(lines.size() + 1, Map.of("question", seed))));
        Supplies supplies = new Supplies(Seeds.of(new Sheet("seeds", lines, List.of()), "en"), Facts.NONE, Web.NONE);
        List<Setting> settings = new ArrayList<>(List.of(Setting.parse("gather-evidence.index=lexical")));
        Stream.of(set).map(Setting::parse).forEach(settings::add);
        Recipe read = RecipeCatalog.named("search-instruct", Optional.of(preset), settings, new Catalog());
        Recipe recipe = read.withRounds(new Repeat(rounds, 0));
        return Simulated.run(oracle, corpus, recipe, supplies);
    }
}
