package dev.lectern.select;

import dev.lectern.learn.Costs;
import dev.lectern.learn.Rows;
import dev.lectern.learn.Sinkhorn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What it is worth to bring a pair near each example of a target: the potentials of the transport from all that came out to the examples.
 * They are made anew whenever what came out has grown by a tenth. Begins with all examples alike.
 */
final class Prices {
    /** Pairs that stand for all that came out, each of which is as likely to be among them. */
    private static final int LOOKED_AT = 200;

    private static final double GROWN = 1.1;

    /** About the difference between two pairs on one subject, in cosines: below it prices follow single pairs. */
    private static final Sinkhorn TRANSPORT = Sinkhorn.of(0.05);

    private final Rows examples;
    private final double[] weights;
    private final double[] prices;
    private final List<float[]> some = new ArrayList<>();
    private final SplittableRandom chance;
    private long came;
    private long reckonedAt;

    Prices(Target target, long seed) {
        List<float[]> all = new ArrayList<>();
        List<Double> weighed = new ArrayList<>();
        for (Target.Goal goal : target.goals()) {
            all.addAll(goal.pairs());
            Arrays.stream(goal.masses()).forEach(weighed::add);
        }
        this.examples = Rows.of(all);
        this.weights = weighed.stream().mapToDouble(Double::doubleValue).toArray();
        this.prices = new double[weights.length];
        this.chance = new SplittableRandom(seed);
    }

    /** The cosine to an example and its price, of the one where both together are highest. */
    double nearness(float[] pair) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < prices.length; i++) {
            best = Math.max(best, examples.dot(i, pair) + prices[i]);
        }
        return best;
    }

    void add(List<float[]> pairs) {
        for (float[] pair : pairs) {
            came++;
            if (some.size() < LOOKED_AT) {
                some.add(pair);
            } else {
                long place = chance.nextLong(came);
                if (place < LOOKED_AT) {
                    some.set((int) place, pair);
                }
            }
        }
        if (came > GROWN * reckonedAt) {
            reckonedAt = came;
            double[] even = new double[some.size()];
            Arrays.fill(even, 1);
            System.arraycopy(
                    TRANSPORT.prices(Costs.cosine(Rows.of(some), examples), even, weights),
                    0,
                    prices,
                    0,
                    prices.length);
        }
    }
}
