package dev.lectern.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {
    @Test
    void whatBothListsHoldComesBeforeWhatOneOfThemHolds() {
        List<Found> words = List.of(new Found("a", 9), new Found("b", 7), new Found("c", 1));
        List<Found> meaning = List.of(new Found("d", 0.8), new Found("b", 0.7), new Found("e", 0.2));
        assertThat(Fusion.of(words, meaning)).extracting(Found::passage).containsExactly("b", "a", "d", "c", "e");
    }

    @Test
    void howFarTheFirstStandsBeforeTheSecondCounts() {
        List<Found> sure = List.of(new Found("a", 100), new Found("b", 11), new Found("c", 10));
        List<Found> unsure = List.of(new Found("b", 0.52), new Found("a", 0.51), new Found("c", 0.4));
        assertThat(Fusion.of(sure, unsure)).extracting(Found::passage).startsWith("a");
    }

    @Test
    void listsMayBeEmptyShortOrAllTheSame() {
        assertThat(Fusion.of(List.of(), List.of())).isEmpty();
        List<Found> one = List.of(new Found("a", 3));
        assertThat(Fusion.of(one, List.of())).containsExactly(new Found("a", 1));
        List<Found> same = List.of(new Found("x", 2), new Found("y", 2));
        assertThat(Fusion.of(List.of(), same)).extracting(Found::passage).containsExactly("x", "y");
    }
}
