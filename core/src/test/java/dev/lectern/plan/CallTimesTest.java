package dev.lectern.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallTimesTest {
    @Test
    void ofNoneNothingIsSaid() {
        assertThat(new CallTimes().span()).isEmpty();
    }

    @Test
    void ofOneItIsAGuess() {
        assertThat(timed(1, 3.0, 3.0)).isEqualTo(new CallTimes.Span(0, 3, 6));
    }

    @Test
    void callsThatTakeEquallyLongLeaveNoDoubt() {
        CallTimes.Span span = timed(20, 0.3, 0.3);
        assertThat(span.low()).isCloseTo(0.3, within(1e-6));
        assertThat(span.high()).isCloseTo(0.3, within(1e-6));
    }

    @Test
    void theMoreTheyDifferTheWiderAndTheMoreThereAreTheNarrower() {
        assertThat(width(timed(20, 1, 9))).isGreaterThan(2 * width(timed(20, 4, 6)));
        assertThat(width(timed(320, 1, 9))).isLessThan(width(timed(20, 1, 9)) / 3);
        // Of n calls, half of 1 s and half of 9 s: 2 * sqrt(16 n / (n - 1) / n) on either side.
        assertThat(width(timed(20, 1, 9))).isCloseTo(4 * Math.sqrt(16.0 / 19), within(1e-9));
    }

    private static double width(CallTimes.Span span) {
        assertThat(span.expected()).isEqualTo(5);
        return span.high() - span.low();
    }

    private static CallTimes.Span timed(int calls, double even, double odd) {
        CallTimes times = new CallTimes();
        IntStream.range(0, calls).forEach(i -> times.add(i % 2 == 0 ? even : odd));
        return times.span().orElseThrow();
    }
}
