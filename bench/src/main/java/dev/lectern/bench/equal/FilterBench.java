package dev.lectern.bench.equal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.adapters.store.SqliteReplyStoreProvider;
import dev.lectern.aim.Carrying;
import dev.lectern.aim.Everyday;
import dev.lectern.aim.Scale;
import dev.lectern.bench.equal.PoolFile.Paper;
import dev.lectern.bench.equal.Trial.Noise;
import dev.lectern.bench.equal.Trial.Told;
import dev.lectern.model.Meaning.Worded;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Embedders;
import dev.lectern.select.Policy;
import dev.lectern.select.Selection;
import dev.lectern.select.Target;
import dev.lectern.select.Yield;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * What filters of pairs are worth: of the pairs that {@code tuned} brings from a tenth of the pool, how many that a filter keeps are relevant, and
 * how many of the relevant it keeps. {@code FilterBench VECTORS CORPUS THEMES SEEDS}; one JSON object.
 */
public final class FilterBench {
    private static final int ROUND = 32;

    private final Map<String, double[]> counts = new TreeMap<>();

    /** Pairs by which far is told, as in a run. */
    private final List<float[]> everyday;

    private FilterBench(List<float[]> everyday) {
        this.everyday = everyday;
    }

    /** @param args file for vectors, corpus, themes, number of seeds */
    public static void main(String[] args) throws IOException {
        FilterBench bench;
        try (ReplyStore store = new SqliteReplyStoreProvider().open(Path.of(args[0]))) {
            List<Paper> papers = PoolFile.read(Path.of(args[1]), 0);
            Embedded all = new Embedded(
                    papers,
                    Embedders.open(Embedded.modelFor(papers), ModelSettings.of(Map.of()), store, Clock.systemUTC()));
            String language = Embedded.modelFor(papers).equals("bge-zh") ? "zh" : "en";
            bench = new FilterBench(
                    all.embed(Everyday.in(language).stream().map(Worded::text).toList()));
            for (String theme : args[2].split(",", -1)) {
                for (int seed = 0; seed < Integer.parseInt(args[3]); seed++) {
                    bench.play(new Trial(all, theme, seed, Noise.EXTRACT, 2, 40, Told.USUAL), seed);
                }
            }
        }
        ObjectNode report = Json.mapper().createObjectNode();
        bench.counts.forEach((name, count) -> report.putObject(name)
                .put("precision", Figures.rounded(count[1] / count[0]))
                .put("recall", Figures.rounded(count[1] / count[2])));
        System.out.println(Json.line(report));
    }

    private void play(Trial trial, long seed) {
        Target.Goal goal = trial.target().goals().getFirst();
        Scale scale = Scale.of(goal, goal.pairs(), everyday, List.of());
        Map<String, Carrying> plans = Map.of(
                "plan 0.4",
                new Carrying(List.of(scale), 0.4, 4),
                "plan 0.5",
                new Carrying(List.of(scale), 0.5, 4),
                "plan 0.6",
                new Carrying(List.of(scale), 0.6, 4),
                "plan 0.5, any number",
                new Carrying(List.of(scale), 0.5, 0));
        Selection selection = Policy.TUNED.open(trial.pool(), trial.target(), Policy.TUNED.preset(seed));
        for (int named = 0; named < trial.pool().size() / 10; named += ROUND) {
            List<Yield> yields = new ArrayList<>();
            List<Got> came = new ArrayList<>();
            for (int item : selection.next(ROUND)) {
                yields.add(trial.told(item));
                came.addAll(trial.got(item));
            }
            selection.learn(yields);
            List<float[]> vectors = came.stream().map(Got::vector).toList();
            for (double least : List.of(0.4, 0.5, 0.6)) {
                count("fit " + least, came, i -> scale.of(vectors.get(i)) >= least);
            }
            count("all", came, i -> true);
            plans.forEach((name, plan) -> {
                List<Carrying.Verdict> verdicts = plan.next(vectors);
                count(name, came, i -> verdicts.get(i) == Carrying.Verdict.CARRIED);
            });
        }
    }

    private void count(String filter, List<Got> came, IntPredicate keeps) {
        double[] count = counts.computeIfAbsent(filter, made -> new double[3]);
        for (int i = 0; i < came.size(); i++) {
            boolean relevant = came.get(i).relevant();
            count[0] += keeps.test(i) ? 1 : 0;
            count[1] += keeps.test(i) && relevant ? 1 : 0;
            count[2] += relevant ? 1 : 0;
        }
    }
}
