package dev.lectern.testkit;

/**
 * How many requests are let in; the others get status 429.
 *
 * @param inFlight at most at once; 0 for any number
 * @param perMinute at most in any minute, counted by each key; 0 for any number
 * @param minuteMillis how long a minute is, so that tests need not wait for one
 * @param retryAfter whether a refusal says when to come again
 */
public record Doors(int inFlight, int perMinute, int minuteMillis, boolean retryAfter) {
    public static final Doors OPEN = new Doors(0, 0, 60_000, false);
}
