package dev.lectern.plan;

import dev.lectern.ingest.IngestReport;
import dev.lectern.model.Cost;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.Usage;
import dev.lectern.model.call.Models;
import dev.lectern.model.price.Tariff;
import dev.lectern.options.BuildOptions;
import dev.lectern.recipe.Recipe;
import dev.lectern.report.RunReport;
import dev.lectern.tell.Accounts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Makes the plan of a whole build from what some of its units took.
 *
 * @param all units that there are: passages, or what else the recipe draws
 */
record Reckoning(BuildOptions options, Recipe recipe, IngestReport files, Models models, int questions, long all) {
    /** Without a pilot nobody knows how long a model's answers are: from a third of what is usual to two and a half times as much. */
    private static final double[] OUTPUT = {0.35, 1, 2.6};

    /** The share of all questions that are asked and answered at the least: thin passages give fewer, copies are dropped before answering. */
    private static final double FEWEST = 0.5;

    /** Seconds that a call takes, from quick models to those that think, where none was timed. */
    private static final CallTimes.Span LATENCY = new CallTimes.Span(1.5, 4, 12);

    /** Calls in flight that control reaches at common providers where nobody names a number. */
    private static final int USUAL_IN_FLIGHT = 32;

    /** The plan of a recipe that asks nobody. */
    static Plan free(Recipe recipe, IngestReport files) {
        Plan.Money nothing = new Plan.Money(RunReport.Cost.NOTHING, RunReport.Cost.NOTHING, RunReport.Cost.NOTHING);
        return new Plan(
                recipe.name(),
                files.files(),
                files.documents(),
                files.passages(),
                files.characters(),
                0,
                Plan.Range.NONE,
                0,
                Plan.Tokens.NONE,
                nothing,
                Plan.Range.NONE,
                List.of(),
                List.of(),
                Optional.empty(),
                files.skipped());
    }

    /**
     * @param looked units that nobody was asked for; those of a pilot or of the replay are not among them
     * @param replay what is done of a choice; for all else units come in hash order, and those of a pilot are the first
     */
    Plan of(Looked looked, Optional<Piloting> pilot, Optional<Replay> replay) {
        int piloted = pilot.map(some -> some.looked().tally().size()).orElse(0);
        double rowsPerUnit = pilot.filter(some -> piloted > 0)
                .map(some -> (double) some.looked().rows() / piloted)
                .orElse((double) questions);
        double units = units(rowsPerUnit);
        Tally tally = pilot.map(some -> some.looked().tally()).orElse(looked.tally());
        int done = replay.map(Replay::done).map(Set::size).orElse(piloted);
        long kept = replay.map(Replay::kept)
                .orElse(pilot.map(some -> calls(some.looked().tally())).orElse(0L));
        boolean over = replay.flatMap(Replay::rows).isPresent();
        double left = over ? 0 : Math.max(0, units - done);
        double more = left;
        if (pilot.isPresent()) {
            left *= 1 - keptShare(looked.tally());
        }
        List<Plan.Share> shares = new ArrayList<>();
        for (Map.Entry<String, Tally.Who> who : tally.whos().entrySet()) {
            shares.add(share(who.getKey(), who.getValue(), tally, left, pilot.isPresent()));
        }
        Plan.Range calls = shares.stream().map(Plan.Share::calls).reduce(Plan.Range.NONE, Plan.Range::plus);
        Stream<Plan.Range> inputs = shares.stream().map(share -> share.tokens().input());
        Stream<Plan.Range> outputs = shares.stream().map(share -> share.tokens().output());
        long scaled = looked.tally().size() == 0
                ? 0
                : Math.round(looked.tally().keptCalls() * more / looked.tally().size());
        return new Plan(
                recipe.name(),
                files.files(),
                files.documents(),
                files.passages(),
                files.characters(),
                replay.flatMap(Replay::rows).orElse(Math.round(units * rowsPerUnit)),
                calls,
                kept + scaled,
                new Plan.Tokens(
                        inputs.reduce(Plan.Range.NONE, Plan.Range::plus),
                        outputs.reduce(Plan.Range.NONE, Plan.Range::plus)),
                money(shares),
                seconds(calls, pilot.flatMap(some -> some.looked().times().span())),
                shares,
                hosts(),
                pilot.map(some -> new Plan.Pilot(
                        piloted, some.looked().rows(), calls(some.looked().tally()), some.cost())),
                files.skipped());
    }

    /** Units that a build works on: all, or as many as the rows that are wanted take. */
    private double units(double rowsPerUnit) {
        return options.samples().isPresent() && rowsPerUnit > 0
                ? Math.min((double) all, Math.ceil(options.samples().getAsInt() / rowsPerUnit))
                : all;
    }

    private static double keptShare(Tally looked) {
        long kept = looked.keptCalls();
        long all = kept + calls(looked);
        return all == 0 ? 0 : (double) kept / all;
    }

    private static long calls(Tally tally) {
        return tally.whos().keySet().stream()
                .mapToLong(
                        who -> tally.over(who, tally.size(), Tally.Took::calls).expected())
                .sum();
    }

    private Plan.Share share(String key, Tally.Who who, Tally tally, double units, boolean measured) {
        Tariff tariff = Optional.ofNullable(models.tariffs().get(who.model())).orElseThrow();
        ToLongFunction<Tally.Took> output = took -> took.usage().output();
        Plan.Range calls = tally.over(key, units, Tally.Took::calls);
        Plan.Range input = tally.over(key, units, took -> took.usage().input());
        Plan.Range out = tally.over(key, units, output);
        Plan.Range cached = tally.over(key, units, took -> took.usage().cached());
        if (!measured) {
            calls = fewer(calls);
            input = fewer(input);
            out = new Plan.Range(
                    Math.round(out.expected() * OUTPUT[0]), out.expected(), Math.round(out.expected() * OUTPUT[2]));
        }
        List<Cost> costs = List.of(
                tariff.estimate(new Usage(input.low(), out.low(), Math.min(input.low(), cached.low()))),
                tariff.estimate(new Usage(input.expected(), out.expected(), cached.expected())),
                tariff.estimate(new Usage(input.high(), out.high(), Math.min(input.high(), cached.low()))));
        return new Plan.Share(
                who.role(),
                who.model().name(),
                calls,
                new Plan.Tokens(input, out),
                new Plan.Money(sum(costs.subList(0, 1)), sum(costs.subList(1, 2)), sum(costs.subList(2, 3))),
                tariff.counter().name());
    }

    private static Plan.Range fewer(Plan.Range most) {
        return new Plan.Range(Math.round(most.low() * FEWEST), most.expected(), most.high());
    }

    private RunReport.Cost sum(List<Cost> costs) {
        SortedMap<String, Long> micros = new TreeMap<>();
        costs.stream()
                .filter(cost -> cost.micros() > 0)
                .forEach(cost -> micros.merge(cost.currency(), cost.micros(), Long::sum));
        return Accounts.cost(micros, costs.stream().anyMatch(cost -> !cost.known()), models);
    }

    private Plan.Money money(List<Plan.Share> shares) {
        return new Plan.Money(
                total(shares, Plan.Money::low), total(shares, Plan.Money::expected), total(shares, Plan.Money::high));
    }

    private RunReport.Cost total(List<Plan.Share> shares, Function<Plan.Money, RunReport.Cost> which) {
        return sum(shares.stream()
                .map(share -> which.apply(share.cost()))
                .flatMap(cost -> Stream.of(
                        new Cost(cost.amount().movePointRight(6).longValue(), cost.currency()),
                        cost.known() ? Cost.NOTHING : Cost.UNKNOWN))
                .toList());
    }

    /** Calls wait for answers side by side; limits by the minute may take longer than that. */
    private Plan.Range seconds(Plan.Range calls, Optional<CallTimes.Span> measured) {
        CallTimes.Span latency = measured.orElse(LATENCY);
        return new Plan.Range(
                seconds(calls.low(), latency.low()),
                seconds(calls.expected(), latency.expected()),
                seconds(calls.high(), latency.high()));
    }

    private long seconds(long calls, double latency) {
        double atOnce = Math.clamp(options.calls().concurrency().orElse(USUAL_IN_FLIGHT), 1, Math.max(1, calls));
        return (long) Math.ceil(Math.max(calls * latency / atOnce, calls * 60.0 / perMinute()));
    }

    /** Requests that the project's own limits let through in a minute. */
    private double perMinute() {
        return setups().filter(setup -> setup.requestsPerMinute().isPresent())
                .mapToDouble(setup -> (double) setup.requestsPerMinute().getAsLong()
                        * Math.max(1, setup.endpoints().size()))
                .min()
                .orElse(Double.MAX_VALUE);
    }

    private Stream<ModelSetup> setups() {
        return options.bound(recipe).values().stream()
                .flatMap(List::stream)
                .flatMap(name -> Optional.ofNullable(options.calls().setups().get(name)).stream());
    }

    /** Where passages go: the hosts of all models of the roles. */
    private List<String> hosts() {
        Stream<String> own =
                setups().flatMap(setup -> setup.endpoints().stream()).flatMap(endpoint -> endpoint.baseUrl().stream());
        Stream<String> bases =
                models.roles().values().stream().flatMap(List::stream).map(id -> id.base());
        return Stream.concat(own, bases)
                .flatMap(base -> host(base).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<String> host(String base) {
        try {
            return Optional.ofNullable(URI.create(base).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the name of a pool
        }
    }
}
