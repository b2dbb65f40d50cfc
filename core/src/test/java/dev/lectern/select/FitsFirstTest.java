package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitsFirstTest {
    private static final int TOPICS = 8;
    private static final Settings SETTINGS = Settings.tuned(1);
    private static final Target TARGET = Target.of(Pools.pairs(2, 20));

    /** By its vectors every document is about the topic after its own. */
    private static final Pool LYING = Pools.of(400, 10, document -> (document + 1) % TOPICS);

    private static final Pool HONEST = Pools.of(400, 10, TOPICS);

    @Test
    void vectorsThatBringWhatFitsToTheFrontAreBetter() {
        assertThat(new FitsFirst(LYING, TARGET, SETTINGS, told(80)).isBetterBy(HONEST, TARGET))
                .isTrue();
    }

    @Test
    void theSameVectorsAndWorseOnesAreNot() {
        FitsFirst honest = new FitsFirst(HONEST, TARGET, SETTINGS, told(80));
        assertThat(honest.isBetterBy(HONEST, TARGET)).isFalse();
        assertThat(honest.isBetterBy(LYING, TARGET)).isFalse();
    }

    @Test
    void aFewItemsProveNothing() {
        assertThat(new FitsFirst(LYING, TARGET, SETTINGS, told(20)).isBetterBy(HONEST, TARGET))
                .isFalse();
    }

    /** Every fourth item yields what its document is really about. */
    private static List<Yield> told(int count) {
        return IntStream.range(0, count)
                .map(i -> 4 * i)
                .mapToObj(item -> new Yield(item, Pools.pairs(Pools.topic(item / 10, TOPICS), 2)))
                .toList();
    }
}
