package dev.lectern.model.call;

/**
 * Notices when calls only wait longer: the level has risen, latency has risen as much, and no more calls get through. Compares a round of
 * calls with an earlier one at a lower level.
 */
final class LatencyWatch {
    private static final int FEWEST = 32;
    /** Compares levels that lie this far apart. */
    private static final double APART = 1.6;
    /** A rise of the level must bring this part of itself as throughput. */
    private static final double GAIN = 0.2;

    private int calls;
    private double levels;
    private double nanos;
    private double lowerLevel;
    private double lowerNanos;

    /** Counts an answered call. @return whether the rise brought nothing */
    boolean queues(int level, long took) {
        calls++;
        levels += level;
        nanos += took;
        if (calls < Math.max(FEWEST, levels / calls / 2)) {
            return false;
        }
        double meanLevel = levels / calls;
        double meanNanos = nanos / calls;
        calls = 0;
        levels = 0;
        nanos = 0;
        if (lowerLevel > 0 && meanLevel < APART * lowerLevel) {
            return false;
        }
        boolean queues = lowerLevel > 0
                && meanLevel / lowerLevel - 1 > 0
                && (meanLevel / meanNanos) / (lowerLevel / lowerNanos) - 1 < GAIN * (meanLevel / lowerLevel - 1);
        if (!queues) {
            lowerLevel = meanLevel;
            lowerNanos = meanNanos;
        }
        return queues;
    }

    /** The level below which calls did not queue. */
    int lower() {
        return (int) Math.round(lowerLevel);
    }

    void forget() {
        calls = 0;
        levels = 0;
        nanos = 0;
        lowerLevel = 0;
        lowerNanos = 0;
    }
}
