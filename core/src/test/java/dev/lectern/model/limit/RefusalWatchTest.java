package dev.lectern.model.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalWatchTest {
    @Test
    void aBunchLargerThanItsMemoryTakesThePlaceOfAllThatWasKnown() {
        RefusalWatch watch = new RefusalWatch();
        watch.learn(100, 60);
        assertThat(watch.usual()).isGreaterThan(0.5);
        watch.learn(4000, 0);
        assertThat(watch.usual()).isBetween(0.0, 0.01);
        assertThat(watch.evidence(10, 10)).isPositive();
    }

    @Test
    void aWholeBunchOfRefusalsIsEvidenceOfMoreThanUsualAndOneOfAnswersAgainstIt() {
        RefusalWatch watch = new RefusalWatch();
        watch.learn(1000, 20);
        assertThat(watch.evidence(10, 10)).isPositive();
        assertThat(watch.evidence(10, 0)).isNegative();
    }

    /** Tries in flight when the level changes end later: refusals among them are no bunch. */
    @Test
    void refusalsOfTriesFromBeforeTheLookAreNotHeldAgainstTheLevelThatIsLookedAt() {
        RefusalWatch watch = new RefusalWatch();
        watch.learn(1000, 90);
        watch.begin(2000);
        for (long at = 1000; at < 2000; at += 11) {
            watch.refused(at, at - 500);
        }
        assertThat(watch.suspects(0)).isFalse();
        watch.refused(2000, 1500);
        assertThat(watch.suspects(0)).isTrue();
    }
}
