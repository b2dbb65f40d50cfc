package dev.lectern.tell;

import dev.lectern.aim.Chronicle;
import dev.lectern.aim.Landscape;
import dev.lectern.aim.RoundLine;
import dev.lectern.aim.Sight;
import dev.lectern.model.ModelId;
import dev.lectern.model.call.Models;
import dev.lectern.report.RunReport.Cost;
import dev.lectern.report.SelectionReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the report says of how documents were chosen. */
record SelectionFigures(Sight sight, Models models) {
    /** As open models say it in their names: qwen2.5-72b, llama-3.1-8B-instruct. */
    private static final Pattern PARAMETERS =
            Pattern.compile("(?i)(?:^|[-_:/ ])(\\d{1,4}(?:\\.\\d+)?)b(?:$|[^a-z0-9])");

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
        return Optional.of(new SelectionReport(
                last.policy(),
                last.reward(),
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
                rounds.stream().map(this::round).toList(),
                clusters(told),
                work(last)));
    }

    private SelectionReport.Round round(RoundLine line) {
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
                line.byNearest());
    }

    /** How each stood when it was last told of, with what its last pull brought on top. */
    private static List<SelectionReport.Cluster> clusters(Chronicle told) {
        Map<Integer, RoundLine.Cluster> latest = new HashMap<>();
        Map<Integer, Integer> pulled = new HashMap<>();
        told.rounds()
                .forEach(round -> round.clusters().forEach(cluster -> {
                    latest.put(cluster.cluster(), cluster);
                    pulled.put(cluster.cluster(), cluster.pulled() + cluster.pulls());
                }));
        List<SelectionReport.Cluster> clusters = new ArrayList<>();
        for (Landscape.Place place : told.landscape().map(Landscape::places).orElse(List.of())) {
            Optional<RoundLine.Cluster> stood = Optional.ofNullable(latest.get(place.cluster()));
            clusters.add(new SelectionReport.Cluster(
                    place.cluster(),
                    place.title(),
                    place.size(),
                    pulled.getOrDefault(place.cluster(), 0),
                    stood.map(cluster -> cluster.reward().orElse(-1)).orElse(-1.0),
                    stood.map(cluster -> cluster.bound().orElse(-1)).orElse(-1.0),
                    place.x(),
                    place.y()));
        }
        return clusters;
    }

    private SelectionReport.Work work(RoundLine last) {
        double parameters = models.roles().values().stream()
                .flatMap(List::stream)
                .map(ModelId::name)
                .flatMap(SelectionFigures::parameters)
                .findFirst()
                .orElse(0.0);
        double flops = parameters == 0
                ? 0
                : 2 * parameters * 1e9 * (last.input() + last.output()) + 2 * EMBEDDER * last.read();
        return new SelectionReport.Work(last.calls(), last.input(), last.output(), last.read(), parameters, flops);
    }

    /** Thousands of millions of parameters; nothing where the name doesn't say. */
    private static Stream<Double> parameters(String name) {
        Matcher said = PARAMETERS.matcher(name);
        return said.find() ? Stream.of(Double.parseDouble(said.group(1))) : Stream.empty();
    }
}
