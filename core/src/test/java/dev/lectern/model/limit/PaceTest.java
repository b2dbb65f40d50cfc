package dev.lectern.model.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.model.Headroom;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void requestsAMinuteAreSpreadEvenly() {
        Pace pace = new Pace(OptionalLong.of(120), OptionalLong.empty());
        assertThat(asked(pace, 60 * SECOND, 1)).isBetween(119, 123);
        // No more than a second's worth at once, even after a long rest.
        assertThat(asked(pace, 100 * SECOND, 1) - asked(pace, 0, 1)).isBetween(80, 83);
    }

    @Test
    void tokensAMinuteAreSpreadEvenlyAndCorrectedByWhatWasUsed() {
        Pace pace = new Pace(OptionalLong.empty(), OptionalLong.of(60_000));
        long now = 0;
        long used = 0;
        while (now < 60 * SECOND) {
            now = pace.readyAt(now);
            long estimate = pace.ask(100, now);
            pace.used(estimate, 300, 200, now);
            used += 500;
        }
        assertThat(used).isBetween(59_000L, 62_000L);
    }

    @Test
    void whatHeadersSayIsLeftLastsUntilTheWindowIsFullAgain() {
        Pace pace = new Pace(OptionalLong.empty(), OptionalLong.empty());
        pace.told(left(1000, 60), 0);
        assertThat(pace.readyAt(0)).isZero();
        pace.told(left(30, 60), 0);
        assertThat(asked(pace, 60 * SECOND, 1)).isBetween(28, 32);
    }

    @Test
    void withNothingLeftItWaitsForTheWindow() {
        Pace pace = new Pace(OptionalLong.empty(), OptionalLong.empty());
        pace.told(left(100, 60), 0);
        pace.told(left(0, 20), 0);
        assertThat(pace.readyAt(0)).isBetween(20 * SECOND, 20 * SECOND + 2);
        pace.told(left(100, 60), 20 * SECOND);
        assertThat(pace.readyAt(20 * SECOND)).isEqualTo(20 * SECOND);
    }

    @Test
    void aWindowThatFillsAllTheTimeIsUsedAtTheRateItFills() {
        // 600 a minute, filling by ten a second: headers tell what is left and when all of it would be there again.
        Pace pace = new Pace(OptionalLong.empty(), OptionalLong.empty());
        double bucket = 600;
        long at = 0;
        long now = 0;
        int asked = 0;
        double least = bucket;
        while (now < 180 * SECOND) {
            now = Math.max(now + SECOND / 100, pace.readyAt(now));
            bucket = Math.min(600, bucket + 10.0 * (now - at) / SECOND) - 1;
            at = now;
            least = Math.min(least, bucket);
            pace.ask(1, now);
            asked++;
            pace.told(left((long) bucket, Math.max(1, (long) ((600 - bucket) / 10))), now);
        }
        assertThat(least).isPositive();
        assertThat(asked).isGreaterThan(1800);
    }

    private static int asked(Pace pace, long until, long tokens) {
        int asked = 0;
        for (long now = pace.readyAt(0); now <= until; now = pace.readyAt(now)) {
            pace.ask(tokens, now);
            asked++;
        }
        return asked;
    }

    private static Headroom left(long requests, long seconds) {
        return new Headroom(OptionalLong.of(requests), OptionalLong.empty(), Optional.of(Duration.ofSeconds(seconds)));
    }
}
