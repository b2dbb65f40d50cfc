package dev.lectern.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class Bm25Test {
    @Test
    void onePassageMoreChangesNoScoreButAtAStep() {
        long changes = LongStream.range(1000, 2000)
                .filter(all -> Bm25.rarity(9, all) != Bm25.rarity(9, all + 1)
                        || Bm25.rarity(9, all) != Bm25.rarity(10, all)
                        || Bm25.usualLength(100 * all, all) != Bm25.usualLength(100 * all + 250, all + 1))
                .count();
        assertThat(changes).isLessThanOrEqualTo(1);
    }

    @Test
    void rareWordsAreWorthMoreAndACommonOneIsNeverWorthNothing() {
        assertThat(Bm25.rarity(1, 1000)).isGreaterThan(Bm25.rarity(30, 1000));
        assertThat(Bm25.rarity(30, 1000)).isGreaterThan(Bm25.rarity(900, 1000));
        assertThat(Bm25.rarity(1000, 1000)).isPositive();
        assertThat(Bm25.rarity(0, 0)).isPositive();
    }

    @Test
    void aWordCountsLessEachTimeAndLessInALongPassage() {
        double first = Bm25.weight(1, 100, 100);
        assertThat(Bm25.weight(2, 100, 100) - first).isPositive().isLessThan(first);
        assertThat(Bm25.weight(1, 200, 100)).isLessThan(first);
    }
}
