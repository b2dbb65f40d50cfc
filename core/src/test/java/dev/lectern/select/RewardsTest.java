package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.learn.Vectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What pairs are paid, by each reward. */
class RewardsTest {
    private static final int TOPICS = 5;
    private static final Pool POOL = Pools.of(120, 6, TOPICS);
    private static final Target TARGET = Target.of(Pools.pairs(2, 20));

    private static Rewards rewards(Reward by, double marginal) {
        return new Rewards(POOL, TARGET, Settings.tuned(1).withReward(by).withMarginal(marginal));
    }

    private static Yield told(List<float[]> pairs, double given) {
        return new Yield(0, pairs, Collections.nCopies(pairs.size(), given), 0);
    }

    @ParameterizedTest
    @EnumSource(Reward.class)
    void whatFitsIsPaidMoreThanWhatDoesNot(Reward by) {
        Rewards rewards = rewards(by, 0);
        double fits = rewards.pay(told(Pools.pairs(2, 3), 0.9));
        double doesNot = rewards.pay(told(Pools.pairs(4, 3), 0.1));
        assertThat(fits).isBetween(0.5, 1.5);
        assertThat(doesNot).isBetween(-0.5, 0.3);
    }

    @ParameterizedTest
    @EnumSource(Reward.class)
    void aCopyOfWhatWasCollectedEarnsNothingWhereOnlyGainsArePaid(Reward by) {
        Rewards rewards = rewards(by, 1);
        Yield some = told(Pools.pairs(2, 1), 0.8);
        assertThat(rewards.pay(some)).isGreaterThan(0.4);
        assertThat(rewards.pay(some)).isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(Reward.class)
    void whatIsIdleEarnsNothingAndCountsAsAPair(Reward by) {
        List<float[]> pairs = Pools.pairs(2, 2);
        double alone = rewards(by, 0).pay(told(pairs, 0.8));
        double beside = rewards(by, 0).pay(new Yield(0, pairs, List.of(0.8, 0.8), 2));
        assertThat(beside).isCloseTo(alone / 2, within(1e-9));
        assertThat(rewards(by, 0).pay(new Yield(0, List.of(), List.of(), 3))).isZero();
    }

    @Property(seed = "42", tries = 100)
    void noPairIsPaidMoreThanAnExampleItself(@ForAll int seed) {
        Random random = new Random(seed);
        float[] any = new float[POOL.dimensions()];
        for (int i = 0; i < any.length; i++) {
            any[i] = (float) random.nextGaussian();
        }
        float[] example = TARGET.goals().getFirst().pairs().get(Math.floorMod(seed, 20));
        for (Reward by : List.of(Reward.MAX_COSINE, Reward.TRANSPORT)) {
            assertThat(rewards(by, 0).pay(told(List.of(Vectors.unit(any)), 0)))
                    .isLessThanOrEqualTo(rewards(by, 0).pay(told(List.of(example), 0)) + 1e-6);
        }
    }

    @Property(seed = "42", tries = 50)
    void aJudgesRewardStaysWithinItsScale(@ForAll int seed) {
        Random random = new Random(seed);
        Rewards rewards = rewards(Reward.JUDGE, random.nextDouble());
        for (int i = 0; i < 5; i++) {
            List<float[]> pairs = Pools.pairs(random.nextInt(TOPICS), 3);
            assertThat(rewards.pay(told(pairs, random.nextDouble()))).isBetween(0.0, 1.0);
        }
    }

    @Test
    void transportPaysMoreNearExamplesThatLittleLiesNear() {
        List<float[]> examples = new ArrayList<>(Pools.pairs(1, 10));
        examples.addAll(Pools.pairs(3, 10));
        Rewards rewards =
                new Rewards(POOL, Target.of(examples), Settings.tuned(1).withReward(Reward.TRANSPORT));
        rewards.pay(told(Pools.pairs(1, 40), 0));
        List<float[]> held = Pools.pairs(1, 4);
        List<float[]> missing = Pools.pairs(3, 4);
        assertThat(rewards.pay(told(missing, 0))).isGreaterThan(rewards.pay(told(held, 0)) + 0.2);
    }

    @Test
    void aJudgeGivesEachPairANumberFromZeroToOne() {
        List<float[]> pairs = Pools.pairs(2, 2);
        assertThatThrownBy(() -> new Yield(0, pairs, List.of(0.5), 0)).hasMessageContaining("a judge gives each pair");
        assertThatThrownBy(() -> new Yield(0, pairs, List.of(0.5, 1.5), 0)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> new Yield(0, pairs, List.of(0.5, 0.5), -1)).hasMessageContaining("idle");
    }
}
