package dev.lectern.aim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What is told of a selection while it goes on: its rounds, what a user should know of it, why it ended. For one thread but for {@link
 * #looked}.
 */
public final class Chronicle {
    private final Function<Set<String>, Spending> spending;
    private final Consumer<RoundLine> told;
    private final Consumer<Remark> remarked;
    private final BiConsumer<Long, Long> heard;
    private final List<RoundLine> rounds = new ArrayList<>();
    private final Set<Remark> remarks = new LinkedHashSet<>();
    private Now now = new Now(List.of(), Spending.NOTHING);
    private Optional<Landscape> landscape = Optional.empty();
    private Optional<Stop> stop = Optional.empty();

    /** What a user should know, by the key of its sentence. */
    public record Remark(String key, List<String> arguments) {
        public Remark {
            arguments = List.copyOf(arguments);
        }
    }

    /** How all clusters stand after the last round, and what all rounds took. */
    public record Now(List<RoundLine.Cluster> clusters, Spending spent) {
        public Now {
            clusters = List.copyOf(clusters);
        }
    }

    /**
     * What calls took: {@code micros} are millionths of a currency, and less is known than was paid where {@code known} is false.
     *
     * @param models tokens in and out, by the model that answered
     */
    public record Spending(
            long calls, long input, long output, long micros, boolean known, SortedMap<String, Long> models) {
        public static final Spending NOTHING = new Spending(0, 0, 0, 0, true, new TreeMap<>());

        public Spending {
            models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
        }

        public Spending plus(Spending more) {
            SortedMap<String, Long> all = new TreeMap<>(models);
            more.models.forEach((model, tokens) -> all.merge(model, tokens, Long::sum));
            return new Spending(
                    calls + more.calls,
                    input + more.input,
                    output + more.output,
                    micros + more.micros,
                    known && more.known,
                    all);
        }
    }

    /**
     * @param spending what the calls with these keys took, all tries together
     * @param told hears of each round as it closes
     * @param remarked hears of each remark once
     * @param heard how many passages have a vector, of how many
     */
    public Chronicle(
            Function<Set<String>, Spending> spending,
            Consumer<RoundLine> told,
            Consumer<Remark> remarked,
            BiConsumer<Long, Long> heard) {
        this.spending = spending;
        this.told = told;
        this.remarked = remarked;
        this.heard = heard;
    }

    /** One that nobody reads. */
    public static Chronicle silent() {
        return new Chronicle(calls -> Spending.NOTHING, round -> {}, remark -> {}, (done, all) -> {});
    }

    /** A selection begins, perhaps anew: then the rounds are told again. */
    public void begin() {
        rounds.clear();
        now = new Now(List.of(), Spending.NOTHING);
        stop = Optional.empty();
    }

    public void add(RoundLine round) {
        rounds.add(round);
        told.accept(round);
    }

    public void remark(String key, Object... arguments) {
        Remark remark =
                new Remark(key, List.of(arguments).stream().map(String::valueOf).toList());
        if (remarks.add(remark)) {
            remarked.accept(remark);
        }
    }

    public void stopped(Stop why) {
        stop = Optional.of(why);
    }

    public void lies(Landscape land) {
        landscape = Optional.of(land);
    }

    /** May be called from any thread. */
    void looked(long done, long all) {
        heard.accept(done, all);
    }

    public Spending spent(Set<String> calls) {
        return spending.apply(calls);
    }

    /** After each round, for there may be no other. */
    public void stands(Now latest) {
        now = latest;
    }

    public Now now() {
        return now;
    }

    public List<RoundLine> rounds() {
        return List.copyOf(rounds);
    }

    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** Where the clusters lie; empty for policies that have none. */
    public Optional<Landscape> landscape() {
        return landscape;
    }

    /** Why the draw ended; empty where the rounds were over before, or the budget. */
    public Optional<Stop> stop() {
        return stop;
    }
}
