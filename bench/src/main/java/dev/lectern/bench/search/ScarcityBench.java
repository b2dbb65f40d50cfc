package dev.lectern.bench.search;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.recipe.Catalog;
import dev.lectern.recipe.Recipe;
import dev.lectern.recipe.RecipeCatalog;
import dev.lectern.recipe.Setting;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Supplies;
import dev.lectern.testkit.MemoryCorpus;
import dev.lectern.text.Hash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the recipe grounded makes of very few documents (METHODS 3(f)): rows that differ, and which share of the gold facts, answers of a
 * paragraph, they hold. A document is an article of the set; the writer is an oracle that asks gold questions, one in ten of another paragraph.
 *
 * <pre>java … dev.lectern.bench.search.ScarcityBench squad11_dev_articles.jsonl.gz</pre>
 */
public final class ScarcityBench {
    private static final int DRAWS = 3;

    private final Oracle oracle;

    /** A gold fact: what is said in answer to a question, and where. */
    private record Fact(String paragraph, String answer) {}

    private ScarcityBench(Oracle oracle) {
        this.oracle = oracle;
    }

    public static void main(String[] arguments) throws IOException {
        ScarcityBench bench = new ScarcityBench(Oracle.over(Path.of(arguments[0])));
        System.out.printf(
                "| documents | per passage | paragraphs | gold facts | calls | rows | different rows | facts covered |%n"
                        + "|---|---|---|---|---|---|---|---|%n");
        for (int documents : new int[] {1, 2, 5, 10}) {
            for (int perPassage : new int[] {3, 8}) {
                bench.say(documents, perPassage);
            }
        }
    }

    private void say(int documents, int perPassage) throws IOException {
        double[] sums = new double[6];
        for (int draw = 0; draw < DRAWS; draw++) {
            String way = "draw" + draw;
            List<String> titles = oracle.titles().stream()
                    .sorted(Comparator.comparing(title -> Hash.id(way, title)))
                    .limit(documents)
                    .toList();
            double[] figures = figures(titles, perPassage);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += figures[i] / DRAWS;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %.0f | %.0f | %.0f | %.0f | %.0f | %.3f |%n",
                documents,
                perPassage,
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                sums[5]);
    }

    private double[] figures(List<String> titles, int perPassage) throws IOException {
        Set<String> chosen = Set.copyOf(titles);
        List<Oracle.Gold> pairs = oracle.pairs().stream()
                .filter(gold -> chosen.contains(gold.article()))
                .toList();
        Set<Fact> facts = pairs.stream()
                .map(gold -> new Fact(gold.paragraph(), gold.answer()))
                .collect(Collectors.toSet());
        List<Document> documents = new ArrayList<>();
        int paragraphs = 0;
        for (String title : titles) {
            DocumentBuilder document = new DocumentBuilder();
            List<String> texts = pairs.stream()
                    .filter(gold -> gold.article().equals(title))
                    .map(Oracle.Gold::paragraph)
                    .distinct()
                    .toList();
            texts.forEach(text -> document.paragraph(text, List.of()));
            paragraphs += texts.size();
            documents.add(document.build(title, title, "en"));
        }
        Recipe recipe = RecipeCatalog.named(
                "grounded",
                Optional.empty(),
                List.of(
                        Setting.parse("ask-from-evidence.per-passage=" + perPassage),
                        Setting.parse("retrieve.mode=lexical")),
                new Catalog());
        Simulated ran = Simulated.run(oracle, new MemoryCorpus(documents), recipe, Supplies.NONE);
        Set<Fact> covered = new HashSet<>();
        for (Sample row : ran.rows()) {
            Oracle.Gold gold = oracle.gold(row.instruction());
            covered.add(new Fact(gold.paragraph(), row.answer()));
        }
        covered.retainAll(facts);
        long different = ran.rows().stream().map(Sample::instruction).distinct().count();
        return new double[] {
            paragraphs, facts.size(), ran.calls(), ran.rows().size(), different, (double) covered.size() / facts.size()
        };
    }
}
