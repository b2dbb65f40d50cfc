package dev.lectern.model.limit;

import dev.lectern.model.Headroom;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How fast one lane may be asked: so many requests and tokens a minute as the user set, and what is left of the provider's window as its
 * headers tell. Where less than half is left, the rest is spread over the time until the window is full again, so it never runs out.
 */
public final class Pace {
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    /** Where headers don't say when the window is full again: windows are minutes. */
    private static final long MINUTE = 60_000_000_000L;

    private final Allowance requests;
    private final Allowance tokens;
    private final Told requestsLeft = new Told();
    private final Told tokensLeft = new Told();
    /** What a reply costs in tokens, from those that came. */
    private double outputExpected;

    public Pace(OptionalLong requestsPerMinute, OptionalLong tokensPerMinute) {
        this.requests = new Allowance(perSecond(requestsPerMinute));
        this.tokens = new Allowance(perSecond(tokensPerMinute));
    }

    private static double perSecond(OptionalLong perMinute) {
        return perMinute.isPresent() ? perMinute.getAsLong() / 60.0 : UNLIMITED;
    }

    /** When the next may be asked; {@code now} if at once. */
    public long readyAt(long now) {
        return Math.max(
                Math.max(requests.readyAt(now), tokens.readyAt(now)),
                Math.max(requestsLeft.spread.readyAt(now), tokensLeft.spread.readyAt(now)));
    }

    /**
     * Asks once.
     *
     * @param input tokens of the question, estimated
     * @return tokens set aside for it and its answer
     */
    public long ask(long input, long now) {
        long estimate = input + Math.round(outputExpected);
        requests.take(1, now);
        requestsLeft.spread.take(1, now);
        tokens.take((double) estimate, now);
        tokensLeft.spread.take((double) estimate, now);
        return estimate;
    }

    /** What was set aside was too much or too little. */
    public void used(long estimate, long input, long output, long now) {
        if (input + output > 0) {
            outputExpected += (output - outputExpected) / 16;
            tokens.take((double) (input + output - estimate), now);
        }
    }

    /** What the headers of a reply say. */
    public void told(Headroom headroom, long now) {
        long refill = headroom.refill().map(Duration::toNanos).orElse(MINUTE);
        headroom.requests().ifPresent(left -> requestsLeft.hear(left, refill, now));
        headroom.tokens().ifPresent(left -> tokensLeft.hear(left, refill, now));
    }

    /** One of the provider's windows. */
    private static final class Told {
        private final Allowance spread = new Allowance(UNLIMITED);
        private long most;

        void hear(long left, long refill, long now) {
            most = Math.max(most, left);
            boolean plenty = left * 2 > most || refill <= 0;
            // With nothing left, one try may find out whether the window has moved on.
            spread.rate(plenty ? UNLIMITED : Math.max(1, left) * 1e9 / refill, (double) left, now);
        }
    }
}
