package dev.lectern.select;

import dev.lectern.learn.Ipot;
import dev.lectern.learn.Rows;
import dev.lectern.learn.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** EQUAL: clusters are the arms of a bandit; a pull is the next few items of one, and what they yield is the reward of it and of those beside it. */
final class Bandit extends Learner {
    /** How the next arm is found. */
    enum Rule {
        /** The authors': UCB, each arm once a round. */
        PAPER,
        /** UCB; arms may come again in a round, each time as if the pull before it had brought what was expected. */
        BOUND,
        /** Thompson's: each arm's worth is drawn from what is believed of it. */
        DRAW,
        /** EXP3: arms are drawn in proportion to exponential weights. */
        WEIGHTS
    }

    /** The authors' reward is 1 - W - 0.12: arms below it lose against untried ones. */
    private static final double ASPIRATION = 0.12;

    /** As the authors' code, but stopped when a step changes the cost by less than one part in ten thousand. */
    private static final Ipot TRANSPORT = new Ipot(1, 500, 10, 1e-4);

    /** How many pulls the prior counts as. */
    private static final double PRIOR_PULLS = 5;

    /** The share of EXP3's draws that goes to all arms alike. */
    private static final double EVEN = 0.1;

    private final Rule rule;
    private final SplittableRandom chance;
    private final Rewards rewards;
    private final Rows wanted;
    private final double[] masses;
    private final int[][] neighbours;
    private final double[] prior;
    private final int[][] order;
    private final int[] at;
    private final double[] credit;
    private final double[] sum;
    private final double[] logWeights;
    private final TreeMap<Integer, List<Yield>> pulls = new TreeMap<>();
    private double total;

    Bandit(Pool pool, Target target, Settings settings, Rule rule) {
        super(pool, target, settings);
        this.rule = rule;
        this.chance = new SplittableRandom(settings.seed());
        this.rewards = new Rewards(pool, target, settings);
        List<Target.Goal> few = target.goals().stream()
                .map(goal -> Likeness.few(goal, settings.seed()))
                .toList();
        this.wanted =
                Rows.of(few.stream().flatMap(goal -> goal.pairs().stream()).toList());
        this.masses = few.stream()
                .flatMapToDouble(goal -> DoubleStream.of(goal.masses()))
                .toArray();
        this.neighbours = Neighbours.of(pool, clusters);
        Prior ofItems = Prior.of(pool, target, settings, clusters, Groups.apart(pool));
        this.prior = ofItems.ofClusters(clusters);
        int count = clusters.count();
        this.order = new int[count][];
        for (int arm = 0; arm < count; arm++) {
            order[arm] = settings.prior() ? ofItems.best(clusters.members(arm)) : clusters.members(arm);
        }
        this.at = new int[count];
        this.credit = new double[count];
        this.sum = new double[count];
        this.logWeights = new double[count];
    }

    @Override
    int[] choose(int most) {
        int[] chosen = new int[most];
        int count = 0;
        int[] pulled = new int[at.length];
        while (count < most) {
            int arm = bestArm(pulled);
            if (arm < 0) {
                Arrays.fill(pulled, 0);
                continue;
            }
            pulled[arm]++;
            for (int i = 0; i < settings.perPull() && count < most && isOpen(arm); at[arm]++) {
                int item = order[arm][at[arm]];
                if (!isNamed(item)) {
                    chosen[count++] = item;
                    i++;
                }
            }
        }
        return chosen;
    }

    private boolean isOpen(int arm) {
        while (at[arm] < order[arm].length && isNamed(order[arm][at[arm]])) {
            at[arm]++;
        }
        return at[arm] < order[arm].length;
    }

    /** -1 if each arm that has items left was pulled in this round and the rule takes each once only. */
    private int bestArm(int[] pulled) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < at.length; arm++) {
            if (!isOpen(arm) || (rule == Rule.PAPER && pulled[arm] > 0)) {
                continue;
            }
            double key = key(arm, pulled[arm]);
            if (key > most) {
                most = key;
                best = arm;
            }
        }
        return best;
    }

    private double key(int arm, int pulled) {
        return switch (rule) {
            case PAPER, BOUND -> mean(arm) + bonus(arm, pulled);
            case DRAW -> mean(arm) + settings.explore() * chance.nextGaussian() / Math.sqrt(known(arm) + pulled + 1);
            case WEIGHTS -> Math.log(share(arm)) - Math.log(-Math.log(chance.nextDouble(Double.MIN_NORMAL, 1)));
        };
    }

    private double bonus(int arm, int pulled) {
        return settings.explore() * Math.sqrt(2 * Math.log(Math.max(1, total)) / (known(arm) + pulled + 1));
    }

    private double known(int arm) {
        return credit[arm] + (settings.prior() ? PRIOR_PULLS : 0);
    }

    private double mean(int arm) {
        double known = known(arm);
        return known == 0 ? 0 : (sum[arm] + (settings.prior() ? PRIOR_PULLS * prior[arm] : 0)) / known;
    }

    private double share(int arm) {
        double all = 0;
        for (double weight : logWeights) {
            all += Math.exp(weight - logWeights[arm]);
        }
        return (1 - EVEN) / all + EVEN / logWeights.length;
    }

    @Override
    void take(Yield told) {
        pulls.computeIfAbsent(clusters.of(told.item()), arm -> new ArrayList<>())
                .add(told);
    }

    @Override
    void taken() {
        double[] shares = new double[logWeights.length];
        Arrays.setAll(shares, this::share);
        pulls.forEach((arm, pull) -> {
            double reward = reward(Yield.together(pull));
            for (int near : neighbours[arm]) {
                credit[near]++;
                sum[near] += reward;
                total++;
            }
            logWeights[arm] += EVEN * Math.clamp(reward, 0, 1) / shares[arm] / logWeights.length;
        });
        pulls.clear();
    }

    /** The authors' transport is of a pull by itself; arms that are paid otherwise have to come up to the same. */
    private double reward(Yield pull) {
        if (rule != Rule.PAPER) {
            return rewards.pay(pull);
        } else if (settings.reward() != Reward.TRANSPORT) {
            return rewards.pay(pull) - ASPIRATION;
        }
        return pull.pairs().isEmpty()
                ? -ASPIRATION
                : 1 - Transport.distance(TRANSPORT, Rows.of(pull.pairs()), wanted, masses) - ASPIRATION;
    }

    @Override
    double reward(int cluster, int pulled) {
        return credit[cluster] == 0 ? Double.NaN : sum[cluster] / credit[cluster];
    }

    @Override
    double prior(int cluster) {
        return prior[cluster];
    }

    @Override
    double bound(int cluster) {
        return mean(cluster) + bonus(cluster, 0);
    }
}
