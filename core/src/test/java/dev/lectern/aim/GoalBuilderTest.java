package dev.lectern.aim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoalBuilderTest {
    private static Aim.Goal goal(List<String> texts) {
        GoalBuilder builder = new GoalBuilder("bees", 1, Aim.Kind.PAIRS);
        texts.forEach(text -> builder.add(text, "en"));
        return builder.build();
    }

    @Test
    void whatIsGivenAgainCountsWithWhatItRepeats() {
        Aim.Goal goal = goal(List.of("How do bees sting?", " ", "Who keeps bees?", "how do bees sting"));
        assertThat(goal.examples())
                .containsExactly(
                        new Aim.Example("How do bees sting?", "en", 2), new Aim.Example("Who keeps bees?", "en", 1));
        assertThat(goal.blank()).isEqualTo(1);
        assertThat(goal.copies()).isEqualTo(1);
        assertThat(goal.leftOut()).isZero();
    }

    @Test
    void ofVeryManyThoseThatAreDrawnAreTheSameWhateverTheirOrder() {
        List<String> texts = new ArrayList<>(IntStream.range(0, GoalBuilder.MOST + 500)
                .mapToObj(i -> "Question " + i + " on bees")
                .toList());
        Aim.Goal goal = goal(texts);
        assertThat(goal.examples()).hasSize(GoalBuilder.MOST);
        assertThat(goal.leftOut()).isEqualTo(500);
        Collections.shuffle(texts, new Random(1));
        assertThat(texts(goal(texts))).isEqualTo(texts(goal));
    }

    private static Set<String> texts(Aim.Goal goal) {
        return goal.examples().stream().map(Aim.Example::text).collect(Collectors.toSet());
    }
}
