package dev.lectern.tell;

import dev.lectern.aim.Chronicle;
import dev.lectern.aim.Landscape;
import dev.lectern.aim.RoundLine;
import dev.lectern.aim.Sight;
import dev.lectern.model.call.Models;
import dev.lectern.report.RunReport.Cost;
import dev.lectern.report.SelectionReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the report says of how documents were chosen.
 *
 * @param of what was chosen, {@code passages} or {@code documents}
 */
record SelectionFigures(Sight sight, Models models, String of) {
    /** As open models say it in their names: qwen2.5-72b, llama-3.1-8B-instruct. */
    private static final Pattern PARAMETERS =
            Pattern.compile("(?i)(?:^|[-_:/ ])(\\d{1,4}(?:\\.\\d+)?)b(?:$|[^a-z0-9])");

    /** Clusters of a round that a page has room for. */
    private static final int ARMS = 8;

    /** Of the embedders that ship: all-MiniLM-L6-v2 22.7 million, bge-small-zh 24 million. */
    private static final double EMBEDDER = 23e6;

    /** @param why the run ended where the draw did not end by itself: {@code held}, {@code samples} or {@code rounds} */
    Optional<SelectionReport> report(String why) {
        Chronicle told = sight.chronicle();
        if (told.rounds().isEmpty()) {
            return Optional.empty();
        }
        List<RoundLine> rounds = told.rounds();
        RoundLine last = rounds.getLast();
        Map<Integer, String> titles = new HashMap<>();
        places(told).forEach(place -> titles.put(place.cluster(), place.title()));
        return Optional.of(new SelectionReport(
                last.policy(),
                last.reward(),
                of,
                sight.aim().goals().stream()
                        .map(goal -> new SelectionReport.Goal(
                                goal.name(),
                                goal.weight(),
                                goal.kind().name().toLowerCase(Locale.ROOT),
                                goal.examples().size()))
                        .toList(),
                last.items(),
                last.named(),
                last.pairs(),
                last.fitting(),
                told.stop().map(stop -> stop.name().toLowerCase(Locale.ROOT)).orElse(why),
                rounds.stream().map(line -> round(line, titles)).toList(),
                clusters(told),
                work(last, told.now().spent())));
    }

    private SelectionReport.Round round(RoundLine line, Map<Integer, String> titles) {
        Cost cost = new Cost(BigDecimal.valueOf(line.micros(), 6), Accounts.currency(models), line.priced());
        return new SelectionReport.Round(
                line.round(),
                line.named(),
                line.chosen(),
                line.calls(),
                line.input() + line.output(),
                cost,
                line.pairs(),
                line.fitting(),
                line.recall(),
                line.distance(),
                line.byStatic(),
                line.byNearest(),
                arms(line, titles));
    }

    /** The clusters that the round, or one of the orders it is compared with, was divided between; the largest parts first. */
    private static List<SelectionReport.Arm> arms(RoundLine line, Map<Integer, String> titles) {
        return line.clusters().stream()
                .filter(cluster -> cluster.pulls() + cluster.byStatic() + cluster.byNearest() > 0)
                .sorted(Comparator.comparingInt(RoundLine.Cluster::pulls)
                        .thenComparing(cluster -> Math.max(cluster.byStatic(), cluster.byNearest()))
                        .reversed()
                        .thenComparing(RoundLine.Cluster::cluster))
                .limit(ARMS)
                .map(cluster -> new SelectionReport.Arm(
                        titles.getOrDefault(cluster.cluster(), ""),
                        cluster.size(),
                        cluster.pulled(),
                        cluster.reward(),
                        cluster.bound(),
                        cluster.pulls(),
                        cluster.byStatic(),
                        cluster.byNearest()))
                .toList();
    }

    private static List<SelectionReport.Cluster> clusters(Chronicle told) {
        Map<Integer, RoundLine.Cluster> now = new HashMap<>();
        told.now().clusters().forEach(cluster -> now.put(cluster.cluster(), cluster));
        List<SelectionReport.Cluster> clusters = new ArrayList<>();
        for (Landscape.Place place : places(told)) {
            Optional<RoundLine.Cluster> stands = Optional.ofNullable(now.get(place.cluster()));
            clusters.add(new SelectionReport.Cluster(
                    place.cluster(),
                    place.title(),
                    place.size(),
                    stands.map(RoundLine.Cluster::pulled).orElse(0),
                    stands.map(RoundLine.Cluster::reward).orElse(OptionalDouble.empty()),
                    stands.map(RoundLine.Cluster::bound).orElse(OptionalDouble.empty()),
                    place.x(),
                    place.y()));
        }
        return clusters;
    }

    private static List<Landscape.Place> places(Chronicle told) {
        return told.landscape().map(Landscape::places).orElse(List.of());
    }

    /** Each model's tokens count by its own size. */
    private static SelectionReport.Work work(RoundLine last, Chronicle.Spending spent) {
        List<String> unknown = new ArrayList<>();
        double flops = 2 * EMBEDDER * last.read();
        for (Map.Entry<String, Long> model : spent.models().entrySet()) {
            OptionalDouble size = parameters(model.getKey());
            if (size.isEmpty()) {
                unknown.add(model.getKey());
            }
            flops += 2 * size.orElse(0) * 1e9 * model.getValue();
        }
        return new SelectionReport.Work(
                last.calls(), last.input(), last.output(), last.read(), unknown, unknown.isEmpty() ? flops : 0);
    }

    /** Thousands of millions of parameters; empty where the name doesn't say. */
    static OptionalDouble parameters(String name) {
        Matcher said = PARAMETERS.matcher(name);
        return said.find() ? OptionalDouble.of(Double.parseDouble(said.group(1))) : OptionalDouble.empty();
    }
}
