package dev.lectern.stage.draw;

import dev.lectern.learn.Rows;
import dev.lectern.learn.Sinkhorn;
import dev.lectern.learn.Transport;
import dev.lectern.select.Target;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Some of the pairs that came out so far, drawn by their rows' ids, to hold against the target. */
final class Collected {
    private static final int MOST = 200;

    /** How much the transport is blurred, in units of distance: so much that how many there are plays no part. */
    private static final double BLUR = 0.5;

    private final Rows target;
    private final double[] masses;
    private final TreeMap<Ranked, float[]> some = new TreeMap<>(
            Comparator.comparing(Ranked::rank, Long::compareUnsigned).thenComparing(Ranked::id));

    private record Ranked(long rank, String id) {}

    Collected(Target target) {
        List<float[]> pairs = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (Target.Goal goal : target.goals()) {
            double[] own = goal.masses();
            int step = 1 + (own.length - 1) * target.goals().size() / MOST;
            for (int i = 0; i < own.length; i += step) {
                pairs.add(goal.pairs().get(i));
                weights.add(own[i]);
            }
        }
        this.target = Rows.of(pairs);
        this.masses = weights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    void add(String id, float[] pair) {
        some.put(new Ranked(Hash.rank("collected", id), id), pair);
        if (some.size() > MOST) {
            some.pollLastEntry();
        }
    }

    /** How far what came out lies from the target; less than 0 where nothing came out. */
    double distance() {
        return some.isEmpty()
                ? -1
                : Transport.divergence(Sinkhorn.of(BLUR), Rows.of(List.copyOf(some.values())), target, masses);
    }
}
