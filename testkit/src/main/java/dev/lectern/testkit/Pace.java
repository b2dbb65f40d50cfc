package dev.lectern.testkit;

import java.time.Duration;

/**
 * How long replies take.
 *
 * @param delayMillis with little to do
 * @param spread a reply takes up to this share of the delay more or less, by its request
 * @param capacity requests in flight that it serves at full speed; beyond, all take longer in proportion; 0 for any number
 */
public record Pace(int delayMillis, double spread, int capacity) {
    public static final Pace AT_ONCE = new Pace(0, 0, 0);

    /** @param draw evenly spread over all longs, by request */
    Duration of(long draw, int inFlight) {
        double nanos = delayMillis * 1e6 * (1 + spread * ((double) draw / Long.MAX_VALUE));
        double crowd = capacity > 0 ? Math.max(1, (double) inFlight / capacity) : 1;
        return Duration.ofNanos((long) (nanos * crowd));
    }
}
