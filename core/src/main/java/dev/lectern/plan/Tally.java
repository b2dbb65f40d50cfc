package dev.lectern.plan;

import dev.lectern.model.ModelId;
import dev.lectern.model.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** What each of some units of work took, by role and model; tells what many more such units will take. Safe for many threads. */
final class Tally {
    /** A model in a role. */
    record Who(String role, ModelId model) {}

    /** Calls and tokens of one unit. */
    record Took(long calls, Usage usage) {
        static final Took NOTHING = new Took(0, Usage.NONE);

        Took plus(Usage more) {
            return new Took(calls + 1, usage.plus(more));
        }
    }

    private final SortedMap<String, Who> whos = new TreeMap<>();
    private final List<SortedMap<String, Took>> units = new ArrayList<>();
    private long kept;

    /** What is added from here belongs to the next unit. */
    synchronized int unit() {
        units.add(new TreeMap<>());
        return units.size() - 1;
    }

    synchronized void add(int unit, Who who, Usage usage) {
        String key = who.role + " " + who.model;
        whos.put(key, who);
        units.get(unit).merge(key, Took.NOTHING.plus(usage), (a, b) -> a.plus(usage));
    }

    /** A call had its answer in the run folder. */
    synchronized void kept() {
        kept++;
    }

    synchronized long keptCalls() {
        return kept;
    }

    synchronized int size() {
        return units.size();
    }

    synchronized SortedMap<String, Who> whos() {
        return new TreeMap<>(whos);
    }

    /**
     * What so many more units will take: their number times the mean of those looked at, with twice the standard error of the mean
     * on either side (19 of 20 times the truth lies between, if the units were drawn by chance, as hash order does).
     */
    synchronized Plan.Range over(String who, double more, ToLongFunction<Took> figure) {
        double[] seen = units.stream()
                .mapToDouble(unit -> figure.applyAsLong(unit.getOrDefault(who, Took.NOTHING)))
                .toArray();
        if (seen.length == 0) {
            return Plan.Range.NONE;
        }
        double mean = Arrays.stream(seen).average().orElse(0);
        double squares =
                Arrays.stream(seen).map(each -> (each - mean) * (each - mean)).sum();
        double error = seen.length < 2 ? mean / 2 : Math.sqrt(squares / (seen.length - 1) / seen.length);
        return new Plan.Range(
                Math.round(Math.max(0, mean - 2 * error) * more),
                Math.round(mean * more),
                Math.round((mean + 2 * error) * more));
    }
}
