package dev.lectern.select;

import java.util.Locale;

/** The ways to choose that users may name. */
public enum Policy {
    /** Everything, in the order of the pool. */
    ALL,
    /** Everything, shuffled. */
    RANDOM,
    /** Plain retrieval: by nearness of the items themselves to the target, without any feedback. */
    NEAREST,
    /** Clusters by the mean nearness of their items, without any feedback. */
    STATIC,
    /** Nearness, corrected by a regression from vectors to what items yielded. */
    RIDGE,
    /** A bandit over clusters by upper bounds, with the nearness of items as prior. */
    UCB,
    /** The same by Thompson's draws. */
    THOMPSON,
    /** The same by the exponential weights of EXP3. */
    EXP3,
    /** EQUAL as its authors' code has it: clusters as arms of a bandit, rewarded by transport. */
    PAPER,
    /** Ours: what a document and all that is like it can be expected to yield, from nearness and from everything that was yielded so far. */
    TUNED;

    /** What a user calls it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it heeds what items yield. */
    public boolean learns() {
        return switch (this) {
            case ALL, RANDOM, NEAREST, STATIC -> false;
            case RIDGE, UCB, THOMPSON, EXP3, PAPER, TUNED -> true;
        };
    }

    /** The settings that are the policy's own. */
    public Settings preset(long seed) {
        return switch (this) {
            case PAPER -> Settings.paper(seed);
            case TUNED -> Settings.tuned(seed);
            // Structure and pseudo-feedback go by whole documents, of which these policies know nothing; nor do they of
            // subjects.
            case ALL, RANDOM, NEAREST, STATIC, RIDGE, UCB, THOMPSON, EXP3 ->
                Settings.tuned(seed).withStructure(false).withSubjects(false).withPseudoFeedback(false);
        };
    }

    /** Begins a selection. */
    public Selection open(Pool pool, Target target, Settings settings) {
        return switch (this) {
            case ALL -> new Ordered(Orders.asTheyStand(pool));
            case RANDOM -> new Ordered(Orders.shuffled(pool, settings.seed()));
            case STATIC -> new Ordered(Orders.byCluster(Orders.nearness(pool, target), pool.clusters(settings)));
            case NEAREST -> new Ordered(Orders.best(Orders.nearness(pool, target)));
            case RIDGE, UCB, THOMPSON, EXP3, PAPER, TUNED ->
                settings.align() ? new Aligned(this, pool, target, settings) : learner(pool, target, settings);
        };
    }

    /** Begins one that learns, on vectors as they are. */
    Learner learner(Pool pool, Target target, Settings settings) {
        return switch (this) {
            case RIDGE -> new Regressed(pool, target, settings);
            case UCB -> new Bandit(pool, target, settings, Bandit.Rule.BOUND);
            case THOMPSON -> new Bandit(pool, target, settings, Bandit.Rule.DRAW);
            case EXP3 -> new Bandit(pool, target, settings, Bandit.Rule.WEIGHTS);
            case PAPER -> new Bandit(pool, target, settings, Bandit.Rule.PAPER);
            case TUNED -> new Posterior(pool, target, settings);
            case ALL, RANDOM, STATIC, NEAREST -> throw new IllegalArgumentException(key() + " learns nothing");
        };
    }
}
