package dev.lectern.plan;

import java.util.Optional;

/** How long some calls took, and so how long more of them will take on the average. Safe for many threads. */
final class CallTimes {
    private long calls;
    private double sum;
    private double squares;

    /** Seconds that a call takes on the average. */
    record Span(double low, double expected, double high) {}

    synchronized void add(double seconds) {
        calls++;
        sum += seconds;
        squares += seconds * seconds;
    }

    /**
     * The mean with twice its standard error on either side, as {@link Tally} has it; of one call nobody knows that, so it is taken for
     * from nothing to twice as long. Empty if none was timed.
     */
    synchronized Optional<Span> span() {
        if (calls == 0) {
            return Optional.empty();
        }
        double mean = sum / calls;
        double spread = Math.max(0, squares - calls * mean * mean);
        double error = calls < 2 ? mean / 2 : Math.sqrt(spread / (calls - 1) / calls);
        return Optional.of(new Span(Math.max(0, mean - 2 * error), mean, mean + 2 * error));
    }
}
