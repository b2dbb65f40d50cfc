package dev.lectern.bench.equal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.adapters.store.SqliteReplyStoreProvider;
import dev.lectern.bench.equal.PoolFile.Paper;
import dev.lectern.bench.equal.Trial.Noise;
import dev.lectern.bench.equal.Trial.Told;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Embedders;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Plays policies on a file of documents with gold pairs, each theme in turn as the target, and prints one JSON object:
 * {@code EqualBench VECTORS --corpus FILE [--themes all|a,b] [--reference-titles 2] [--reference-pairs 40] [--seeds N]
 * [--noise none|doc|extract|deceptive] [--sample N] [--round 32] [--policies a,b] [--ablation]
 * [--judge 0.9] [--rows N] [--embedder minilm]}.
 */
public final class EqualBench {
    private Path corpus = Path.of("");
    private String themes = "all";
    private int referenceTitles = 2;
    private int referencePairs = 40;
    private int seeds = 5;
    private Noise noise = Noise.NONE;
    private int sample;
    private int round = 32;
    private List<String> policies = Variant.USUAL;
    private double judge = Told.USUAL.judge();
    private int rows = Told.USUAL.rows();
    private String embedder = "";

    private EqualBench() {}

    /** @param args file for vectors, then options */
    public static void main(String[] args) throws IOException {
        EqualBench bench = new EqualBench();
        try {
            for (int i = 1; i < args.length; i++) {
                if (args[i].equals("--ablation")) {
                    bench.policies = Variant.ABLATION;
                } else if (i + 1 < args.length) {
                    bench.set(args[i], args[++i]);
                } else {
                    throw new IllegalArgumentException(args[i] + " needs a value");
                }
            }
            bench.policies.forEach(name -> new Variant(name).check());
            if (!Files.isRegularFile(bench.corpus)) {
                throw new IllegalArgumentException("there is no file '" + bench.corpus + "': name one with --corpus");
            }
            try (ReplyStore store = new SqliteReplyStoreProvider().open(Path.of(args[0]))) {
                System.out.println(Json.line(bench.run(store)));
            }
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    private void set(String option, String value) {
        switch (option) {
            case "--corpus" -> corpus = Path.of(value);
            case "--themes" -> themes = value;
            case "--reference-titles" -> referenceTitles = number(option, value, 1);
            case "--reference-pairs" -> referencePairs = number(option, value, 1);
            case "--seeds" -> seeds = number(option, value, 1);
            case "--noise" -> noise = noise(value);
            case "--sample" -> sample = number(option, value, 0);
            case "--round" -> round = number(option, value, 1);
            case "--judge" -> judge = share(option, value);
            case "--rows" -> rows = number(option, value, 0);
            case "--embedder" -> embedder = value;
            case "--policies" -> policies = List.of(value.split(",", -1));
            default -> throw new IllegalArgumentException("no option " + option);
        }
    }

    private static int number(String option, String value, int least) {
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least) {
            throw new IllegalArgumentException(
                    option + " is a whole number from " + least + " up, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    private static double share(String option, String value) {
        if (!value.matches("1|0(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException(option + " is a share from 0 to 1, not '" + value + "'");
        }
        return Double.parseDouble(value);
    }

    private static Noise noise(String value) {
        List<String> known = Arrays.stream(Noise.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(value)) {
            throw new IllegalArgumentException("no noise '" + value + "'; there are: " + known);
        }
        return Noise.valueOf(value.toUpperCase(Locale.ROOT));
    }

    /** The themes that are played, known before anything is embedded. */
    private List<String> wanted(List<Paper> papers) {
        TreeSet<String> there = new TreeSet<>(papers.stream().map(Paper::theme).toList());
        there.remove("");
        List<String> wanted = themes.equals("all") ? List.copyOf(there) : List.of(themes.split(",", -1));
        wanted.stream().filter(theme -> !there.contains(theme)).findFirst().ifPresent(theme -> {
            throw new IllegalArgumentException("no document has the theme '" + theme + "'; there are: " + there);
        });
        return wanted;
    }

    private ObjectNode run(ReplyStore store) throws IOException {
        List<Paper> papers = PoolFile.read(corpus, sample);
        List<String> wanted = wanted(papers);
        String model = embedder.isEmpty() ? Embedded.modelFor(papers) : embedder;
        Embedded all =
                new Embedded(papers, Embedders.open(model, ModelSettings.of(Map.of()), store, Clock.systemUTC()));
        Map<String, Figures> figures = new TreeMap<>();
        for (String theme : wanted) {
            for (int seed = 0; seed < seeds; seed++) {
                Trial trial =
                        new Trial(all, theme, seed, noise, referenceTitles, referencePairs, new Told(judge, rows));
                for (String name : policies) {
                    long drawn = seed;
                    Play play = Play.of(trial, () -> new Variant(name).open(trial, drawn), round);
                    figures.computeIfAbsent(name, made -> new Figures()).add(theme, seed, play);
                }
            }
        }
        ObjectNode report = Json.mapper().createObjectNode();
        ObjectNode pool = report.putObject("corpus").put("documents", papers.size());
        ObjectNode shares = pool.putObject("themes");
        for (String theme : all.themes()) {
            long own =
                    papers.stream().filter(paper -> paper.theme().equals(theme)).count();
            shares.put(theme, Figures.rounded(own / (double) papers.size()));
        }
        report.put("round", round).put("seeds", seeds).put("noise", noise.name().toLowerCase(Locale.ROOT));
        report.put("judge", judge).put("rows", rows).put("embedder", model);
        ObjectNode byPolicy = report.putObject("policies");
        for (String name : new ArrayList<>(policies)) {
            figures.getOrDefault(name, new Figures()).write(byPolicy.putObject(name), name.equals("all"));
        }
        return report;
    }
}
