package dev.lectern.select;

import dev.lectern.learn.KMeans;
import java.util.function.Consumer;

/**
 * What a user may set of a selection.
 *
 * @param seed for all draws
 * @param clusters how many groups of alike items; 0 = by the size of the pool and the budget
 * @param budget how many items are extracted from at the most, as far as is known; 0 = unknown
 * @param perPull how many items a pull of a bandit's arm is; other policies take items one by one
 * @param prior whether the nearness of the items themselves counts before and beside what they yield
 * @param structure whether documents made of the same parts as the target count as alike; needs {@code byDocument}
 * @param subjects whether what the target's subjects have in common counts, by a classification of subjects
 * @param pseudoFeedback whether documents that stand in front by likeness and structure count as examples beside the target
 * @param feedback whether what items yield counts
 * @param byDocument whether items of one document are judged together
 * @param marginal how much of the reward is taken from pairs that repeat what was collected: 0 to 1
 * @param explore how much calls are spread over what is not known yet: for {@link Policy#TUNED} what a further item of a document in a round
 *     loses at the most, in kept promises; for bandits the factor of the bonus for arms little known
 * @param firstRound how many items the first round names at the most; later ones no more than were named before them. 0 = rounds are as large as
 *     they are asked for
 * @param warmUp share of the pool that is drawn by chance before the policy begins
 * @param align whether vectors of items and of pairs are brought together by what was extracted, where that is shown to help
 * @param carry whether a judge's verdicts are carried to other documents; of rewards by vectors none are
 * @param reward by what pairs are paid
 */
public record Settings(
        long seed,
        int clusters,
        int budget,
        int perPull,
        boolean prior,
        boolean structure,
        boolean subjects,
        boolean pseudoFeedback,
        boolean feedback,
        boolean byDocument,
        double marginal,
        double explore,
        int firstRound,
        double warmUp,
        boolean align,
        boolean carry,
        Reward reward) {
    public Settings {
        if (clusters < 0) {
            throw new IllegalArgumentException("clusters must be 0 or more, not " + clusters);
        }
        if (budget < 0) {
            throw new IllegalArgumentException("budget must be 0 or more, not " + budget);
        }
        if (perPull < 1) {
            throw new IllegalArgumentException("per-pull must be 1 or more, not " + perPull);
        }
        if (!(marginal >= 0 && marginal <= 1)) {
            throw new IllegalArgumentException("marginal is from 0 to 1, not " + marginal);
        }
        if (!(warmUp >= 0 && warmUp <= 1)) {
            throw new IllegalArgumentException("warm-up is from 0 to 1, not " + warmUp);
        }
        if (firstRound < 0) {
            throw new IllegalArgumentException("first-round must be 0 or more, not " + firstRound);
        }
        if (!(explore >= 0)) {
            throw new IllegalArgumentException("explore must be 0 or more, not " + explore);
        }
    }

    /** Ours: the parts that were shown to help are on. */
    public static Settings tuned(long seed) {
        return new Settings(seed, 0, 0, 4, true, true, true, true, true, true, 0, 0, 2, 0, false, true, Reward.COSINE);
    }

    /** As the authors' code has it: a random warm-up of 5 % that also aligns vectors, pulls of ten, and next to no exploration. */
    public static Settings paper(long seed) {
        return new Settings(
                seed,
                0,
                0,
                10,
                false,
                false,
                false,
                false,
                true,
                false,
                0,
                0.001,
                0,
                0.05,
                true,
                false,
                Reward.TRANSPORT);
    }

    /**
     * How many items a round may name after so many. Nothing is told within a round, so that it is no larger than what was told before it: what
     * looks best is tried before much is staked on it.
     */
    public int largestRound(int named) {
        return firstRound == 0 || !feedback ? Integer.MAX_VALUE : Math.max(firstRound, named);
    }

    /** How many clusters a pool of this size gets. */
    int clustersFor(int items) {
        return clusters > 0 ? Math.min(clusters, items) : KMeans.countFor(items, budget > 0 ? budget : items);
    }

    public Settings withSeed(long other) {
        return with(draft -> draft.seed = other);
    }

    public Settings withClusters(int count) {
        return with(draft -> draft.clusters = count);
    }

    public Settings withBudget(int items) {
        return with(draft -> draft.budget = items);
    }

    public Settings withPerPull(int items) {
        return with(draft -> draft.perPull = items);
    }

    public Settings withPrior(boolean on) {
        return with(draft -> draft.prior = on);
    }

    public Settings withStructure(boolean on) {
        return with(draft -> draft.structure = on);
    }

    public Settings withSubjects(boolean on) {
        return with(draft -> draft.subjects = on);
    }

    public Settings withPseudoFeedback(boolean on) {
        return with(draft -> draft.pseudoFeedback = on);
    }

    public Settings withFeedback(boolean on) {
        return with(draft -> draft.feedback = on);
    }

    public Settings withByDocument(boolean on) {
        return with(draft -> draft.byDocument = on);
    }

    public Settings withMarginal(double share) {
        return with(draft -> draft.marginal = share);
    }

    public Settings withExplore(double worth) {
        return with(draft -> draft.explore = worth);
    }

    public Settings withFirstRound(int items) {
        return with(draft -> draft.firstRound = items);
    }

    public Settings withWarmUp(double share) {
        return with(draft -> draft.warmUp = share);
    }

    public Settings withAlign(boolean on) {
        return with(draft -> draft.align = on);
    }

    public Settings withCarry(boolean on) {
        return with(draft -> draft.carry = on);
    }

    public Settings withReward(Reward other) {
        return with(draft -> draft.reward = other);
    }

    private Settings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** The settings while one of them changes: the one place that knows them all. */
    private static final class Draft {
        private long seed;
        private int clusters;
        private int budget;
        private int perPull;
        private boolean prior;
        private boolean structure;
        private boolean subjects;
        private boolean pseudoFeedback;
        private boolean feedback;
        private boolean byDocument;
        private double marginal;
        private double explore;
        private int firstRound;
        private double warmUp;
        private boolean align;
        private boolean carry;
        private Reward reward;

        Draft(Settings from) {
            seed = from.seed;
            clusters = from.clusters;
            budget = from.budget;
            perPull = from.perPull;
            prior = from.prior;
            structure = from.structure;
            subjects = from.subjects;
            pseudoFeedback = from.pseudoFeedback;
            feedback = from.feedback;
            byDocument = from.byDocument;
            marginal = from.marginal;
            explore = from.explore;
            firstRound = from.firstRound;
            warmUp = from.warmUp;
            align = from.align;
            carry = from.carry;
            reward = from.reward;
        }

        Settings settings() {
            return new Settings(
                    seed,
                    clusters,
                    budget,
                    perPull,
                    prior,
                    structure,
                    subjects,
                    pseudoFeedback,
                    feedback,
                    byDocument,
                    marginal,
                    explore,
                    firstRound,
                    warmUp,
                    align,
                    carry,
                    reward);
        }
    }
}
