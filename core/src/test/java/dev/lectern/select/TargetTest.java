package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.learn.Vectors;
import dev.lectern.select.Target.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void equalPairsCountTogether() {
        List<float[]> pairs = new ArrayList<>(Pools.pairs(1, 3));
        pairs.add(pairs.getFirst().clone());
        Goal goal = Goal.of(2, pairs, List.of(1, 1, 4, 5));
        assertThat(goal.pairs()).hasSize(3);
        assertThat(goal.counts()).containsExactly(6, 1, 4);
        assertThat(Arrays.stream(goal.masses()).sum()).isCloseTo(2, within(1e-12));
    }

    @Test
    void groupsStandForVeryManyPairsAndNoPairIsLost() {
        List<float[]> pairs = new ArrayList<>(Pools.pairs(1, 2500));
        pairs.addAll(Pools.pairs(4, 500));
        Goal goal = Goal.of(1, pairs, Collections.nCopies(3000, 2));
        assertThat(goal.pairs()).hasSizeLessThanOrEqualTo(Goal.GROUPS);
        assertThat(goal.counts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(6000);
        double few = 0;
        for (int i = 0; i < goal.pairs().size(); i++) {
            assertThat(Vectors.dot(goal.pairs().get(i), goal.pairs().get(i))).isCloseTo(1, within(1e-5f));
            few += goal.pairs().get(i)[4] > goal.pairs().get(i)[1] ? goal.masses()[i] : 0;
        }
        assertThat(few).as("mass of the topic with a sixth of the pairs").isCloseTo(1 / 6., within(.02));
    }
}
