package dev.lectern.select;

import dev.lectern.learn.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * What the pairs of an item are worth, by the {@link Reward} that is set: about 1 if they are as near to the target as its own pairs are to
 * each other, about 0 if as far as any. What repeats what was collected earns less by the setting {@code marginal}, whatever the reward; what is
 * idle earns nothing and counts as a pair.
 */
final class Rewards {
    /** Items and pairs by which far and near are told. */
    private static final int LOOKED_AT = 2000;

    private static final int PAIRS_LOOKED_AT = 200;

    /** Nearness of pairs on one subject, where a target is too small to tell. */
    private static final double USUAL = 0.5;

    /** How many pairs are held against a new one for being repeated. */
    private static final int REMEMBERED = 2000;

    /** So many pairs that earn are thought to have come before the first. */
    private static final double DOUBT = 20;

    private final Target target;
    private final Settings settings;
    private final int nearest;
    private final Prices prices;
    private final Spaces spaces;
    private final double[] low;
    private final double[] high;
    private final List<float[]> collected = new ArrayList<>();
    private double allEarning;
    private double allCame;

    Rewards(Pool pool, Target target, Settings settings) {
        List<Target.Goal> few = target.goals().stream()
                .map(goal -> Likeness.few(goal, settings.seed()))
                .toList();
        this.target = new Target(few);
        this.settings = settings;
        this.nearest = settings.reward() == Reward.COSINE ? Target.NEAREST : 1;
        this.prices = new Prices(this.target, settings.seed());
        this.spaces = new Spaces(pool);
        this.low = new double[spaces.count()];
        int[] counts = new int[low.length];
        int step = 1 + pool.size() / LOOKED_AT;
        for (int item = 0; item < pool.size(); item += step) {
            low[pool.space(item)] += this.target.nearness(pool.vector(item), nearest);
            counts[pool.space(item)]++;
        }
        this.high = inside();
        for (int space = 0; space < low.length; space++) {
            low[space] /= Math.max(1, counts[space]);
            high[space] = Math.max(low[space] + 0.1, high[space]);
        }
    }

    /** The mean nearness of a target's pairs to the others of their goal, in each space. */
    private double[] inside() {
        double[] sums = new double[spaces.count()];
        int[] counts = new int[sums.length];
        for (Target.Goal goal : target.goals()) {
            List<float[]> pairs = goal.pairs();
            int step = 1 + pairs.size() / PAIRS_LOOKED_AT;
            for (int i = 0; pairs.size() > 1 && i < pairs.size(); i += step) {
                List<float[]> others = new ArrayList<>(pairs);
                float[] left = others.remove(i);
                int space = spaces.of(left);
                if (space >= 0) {
                    sums[space] += new Target.Goal(1, others).nearness(left, nearest);
                    counts[space]++;
                }
            }
        }
        for (int space = 0; space < sums.length; space++) {
            sums[space] = counts[space] == 0 ? USUAL : sums[space] / counts[space];
        }
        return sums;
    }

    /** What comes later and is like it may earn less, or, where all that came earns little, more. */
    double pay(Yield told) {
        double sum = 0;
        for (int i = 0; i < told.pairs().size(); i++) {
            double worth = worth(told.pairs().get(i), told.given().get(i));
            sum += settings.marginal() == 0
                    ? worth
                    : worth * (1 - settings.marginal() * repeated(told.pairs().get(i)));
        }
        if (settings.marginal() > 0) {
            told.pairs().stream()
                    .limit(Math.max(0, REMEMBERED - collected.size()))
                    .forEach(collected::add);
        }
        if (settings.reward() == Reward.TRANSPORT) {
            prices.add(told.pairs());
        }
        int came = told.pairs().size() + told.idle();
        double reward = came == 0 ? 0 : sum / came / earning();
        allEarning += told.pairs().size();
        allCame += came;
        return reward;
    }

    /** The share of pairs that earn at all. What all items lose alike says nothing against any one. */
    private double earning() {
        return (allEarning + DOUBT) / (allCame + DOUBT);
    }

    private double worth(float[] pair, double given) {
        return switch (settings.reward()) {
            case COSINE, MAX_COSINE -> placed(pair, target.nearness(pair, nearest));
            case TRANSPORT -> placed(pair, prices.nearness(pair));
            case JUDGE -> given;
        };
    }

    /** Where a nearness lies between far and near, as these are in the pair's space; nothing where the pool has none in it. */
    private double placed(float[] pair, double nearness) {
        int space = spaces.of(pair);
        return space < 0 ? 0 : (nearness - low[space]) / (high[space] - low[space]);
    }

    /** How much of the pair was collected before: its cosine to the nearest pair. */
    private double repeated(float[] pair) {
        double most = 0;
        for (float[] other : collected) {
            most = Math.max(most, Vectors.dot(pair, other));
        }
        return most;
    }
}
