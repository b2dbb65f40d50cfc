package dev.lectern.adapters.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.adapters.wire.HttpAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void aDateThatMeansNeverIsAWeekAway() {
        HttpAnswer answer = answer(Map.of("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"));
        assertThat(Limits.pause(answer)).contains(Duration.ofDays(7));
    }

    @Test
    void aWindowThatIsNeverFullAgainIsFullInAWeek() {
        HttpAnswer answer = answer(Map.of(
                "x-ratelimit-remaining-requests", "3", "anthropic-ratelimit-requests-reset", "9999-12-31T23:59:59Z"));
        assertThat(Limits.headroom(answer).refill()).contains(Duration.ofDays(7));
    }

    @Test
    void spansThatAddUpToMoreThanCanBeCountedAreAWeek() {
        HttpAnswer answer = answer(Map.of(
                "x-ratelimit-remaining-requests",
                "3",
                "x-ratelimit-reset-requests",
                "99999999999999999999h99999999999999999999h"));
        assertThat(Limits.headroom(answer).refill()).contains(Duration.ofDays(7));
    }

    @Test
    void aDateThatHasPassedIsNoPause() {
        HttpAnswer answer =
                answer(Map.of("Date", "Fri, 01 Jan 2027 00:00:10 GMT", "Retry-After", "Fri, 01 Jan 2027 00:00:00 GMT"));
        assertThat(Limits.pause(answer)).contains(Duration.ZERO);
    }

    private static HttpAnswer answer(Map<String, String> headers) {
        return new HttpAnswer(429, new TreeMap<>(headers), "{}");
    }
}
