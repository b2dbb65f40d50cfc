package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every policy keeps to. */
class SelectionContractTest {
    private static final int TOPICS = 5;
    private static final Pool POOL = Pools.of(120, 6, TOPICS);
    private static final Target TARGET = Target.of(Pools.pairs(2, 10));

    @ParameterizedTest
    @EnumSource(Policy.class)
    void namesEachItemOnceAndInTheEndAll(Policy policy) {
        List<Integer> named = played(policy, POOL, TARGET, 7, SelectionContractTest::truth);
        assertThat(named).hasSize(120).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void namesTheSameInTheSameOrderEachTime(Policy policy) {
        assertThat(played(policy, POOL, TARGET, 10, SelectionContractTest::truth))
                .isEqualTo(played(policy, POOL, TARGET, 10, SelectionContractTest::truth));
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void theOrderInWhichYieldsComeMakesNoDifference(Policy policy) {
        Selection one = policy.open(POOL, TARGET, policy.preset(3));
        Selection other = policy.open(POOL, TARGET, policy.preset(3));
        Random random = new Random(5);
        for (int round = 0; round < 6; round++) {
            int[] items = one.next(16);
            assertThat(other.next(16)).isEqualTo(items);
            List<Yield> yields = new ArrayList<>(
                    IntStream.of(items).mapToObj(SelectionContractTest::truth).toList());
            one.learn(yields);
            Collections.shuffle(yields, random);
            other.learn(yields);
        }
        assertThat(other.next(16)).isEqualTo(one.next(16));
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void anExtractorThatAlwaysFailsLosesNothing(Policy policy) {
        assertThat(played(policy, POOL, TARGET, 32, item -> new Yield(item, List.of())))
                .hasSize(120)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void roundsOfWhichNothingIsToldAreNotNamedAgain(Policy policy) {
        Selection selection = policy.open(POOL, TARGET, policy.preset(1));
        Set<Integer> named = new HashSet<>();
        for (int[] items = selection.next(10); items.length > 0; items = selection.next(10)) {
            assertThat(items).hasSizeLessThanOrEqualTo(10);
            for (int item : items) {
                assertThat(named.add(item)).isTrue();
            }
        }
        assertThat(named).hasSize(120);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void tinyPoolsAndCopiesAndTargetsOfOnePairAreChosenFrom(Policy policy) {
        for (Pool pool : List.of(
                Pool.of(List.of(), new int[0]),
                Pools.of(1, 1, TOPICS),
                Pools.of(3, 1, TOPICS),
                Pool.of(Collections.nCopies(40, POOL.vector(0)), new int[40]))) {
            List<Integer> named =
                    played(policy, pool, Target.of(Pools.pairs(1, 1)), 4, item -> new Yield(item, Pools.pairs(1, 1)));
            assertThat(named).hasSize(pool.size()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void aTargetWithEachPairTwiceIsTheSameTarget(Policy policy) {
        for (int size : new int[] {1, 10, 1500}) {
            List<float[]> pairs = Pools.pairs(2, size);
            List<float[]> twice = new ArrayList<>(pairs);
            twice.addAll(pairs);
            assertThat(played(policy, POOL, Target.of(twice), 10, SelectionContractTest::truth))
                    .isEqualTo(played(policy, POOL, Target.of(pairs), 10, SelectionContractTest::truth));
        }
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void moreClustersThanItemsAreAllowed(Policy policy) {
        Pool pool = Pools.of(7, 2, TOPICS);
        Selection selection =
                policy.open(pool, TARGET, policy.preset(1).withClusters(50).withBudget(1000));
        assertThat(Stream.generate(() -> selection.next(100).length)
                        .takeWhile(named -> named > 0)
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(7);
        assertThat(selection.standing().arms()).hasSizeLessThanOrEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void theStandingAddsUp(Policy policy) {
        Selection selection = policy.open(POOL, TARGET, policy.preset(1));
        int named = 0;
        for (int round = 1; round <= 3; round++) {
            int[] items = selection.next(20);
            named += items.length;
            Standing standing = selection.standing();
            assertThat(standing.round()).isEqualTo(round);
            assertThat(standing.named()).isEqualTo(named);
            assertThat(standing.chosen())
                    .containsExactlyElementsOf(IntStream.of(items).boxed().toList());
            if (!standing.arms().isEmpty()) {
                assertThat(standing.arms().stream()
                                .mapToInt(Standing.Arm::pulls)
                                .sum())
                        .isEqualTo(items.length);
                assertThat(standing.arms().stream()
                                .mapToInt(Standing.Arm::byStatic)
                                .sum())
                        .isEqualTo(items.length);
                assertThat(standing.arms().stream().mapToInt(Standing.Arm::size).sum())
                        .isEqualTo(120);
                assertThat(selection.clusters()).hasSize(120);
            }
            selection.learn(
                    Arrays.stream(items).mapToObj(SelectionContractTest::truth).toList());
        }
    }

    /** Each item yields two pairs about its document's topic. */
    private static Yield truth(int item) {
        return new Yield(item, Pools.pairs(Pools.topic(POOL.document(item), TOPICS), 2));
    }

    private static List<Integer> played(
            Policy policy, Pool pool, Target target, int round, IntFunction<Yield> extractor) {
        Selection selection = policy.open(pool, target, policy.preset(1));
        List<Integer> named = new ArrayList<>();
        for (int[] items = selection.next(round); items.length > 0; items = selection.next(round)) {
            IntStream.of(items).forEach(named::add);
            selection.learn(Arrays.stream(items).mapToObj(extractor).toList());
        }
        return named;
    }
}
