package dev.lectern.aim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.learn.Vectors;
import dev.lectern.select.Pool;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much of what fits is thought to be held. */
class RecallEstimateTest {
    private static final int ITEMS = 400;

    /** Item 0 is nearest to the target and the last one farthest; those from {@code theirs} on are in another language. */
    private static RecallEstimate estimate(int theirs) {
        List<float[]> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(i < theirs ? Vectors.unit(new float[] {ITEMS - i, i, 0}) : new float[] {0, 0, 1});
        }
        BitSet comparable = new BitSet();
        comparable.set(0, theirs);
        return new RecallEstimate(Pool.of(items, IntStream.range(0, ITEMS).toArray()), vector -> vector[0], comparable);
    }

    @Test
    void halfOfWhatFitsIsHeldAfterHalfOfTheItemsThatDo() {
        RecallEstimate estimate = estimate(ITEMS);
        IntStream.range(0, 60).filter(item -> item % 2 == 0).forEach(item -> estimate.add(item, true));
        IntStream.range(60, 300).forEach(item -> estimate.add(item, false));
        assertThat(estimate.share()).isCloseTo(0.5, within(0.1));
        assertThat(estimate.foreign()).isFalse();
    }

    @Test
    void itemsInALanguageThatCannotBeComparedAreNotThoughtToFit() {
        RecallEstimate estimate = estimate(50);
        IntStream.range(0, 50).forEach(item -> estimate.add(item, item < 40));
        assertThat(estimate.share()).isEqualTo(1);
        estimate.add(ITEMS - 1, false);
        assertThat(estimate.share()).isEqualTo(1);
    }

    @Test
    void whereTheNearestItemsYieldNextToNothingNoRecallIsSaid() {
        RecallEstimate estimate = estimate(ITEMS);
        IntStream.range(0, 200).forEach(item -> estimate.add(item, item % 7 == 0));
        assertThat(estimate.front()).isLessThan(0.2);
        assertThat(estimate.foreign()).isTrue();
        assertThat(estimate.share()).isZero();
    }

    @Test
    void aFewItemsAreTooFewToSayThatNothingResemblesTheTarget() {
        RecallEstimate estimate = estimate(ITEMS);
        IntStream.range(0, 20).forEach(item -> estimate.add(item, false));
        assertThat(estimate.foreign()).isFalse();
    }

    @Test
    void aSmallSubjectOfALargeCorpusIsNotTakenForChance() {
        RecallEstimate estimate = estimate(ITEMS);
        IntStream.range(0, ITEMS).forEach(item -> estimate.add(item, item < 24));
        assertThat(estimate.foreign()).isFalse();
        assertThat(estimate.share()).isEqualTo(1);
    }
}
