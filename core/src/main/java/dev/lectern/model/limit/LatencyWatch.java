package dev.lectern.model.limit;

/**
 * Notices when calls only wait longer: the level has risen, latency has risen as much, and no more calls get through. Compares a bunch of
 * calls with an earlier one at a lower level, and says nothing while the difference may be chance: answers differ in length.
 */
final class LatencyWatch {
    private static final int FEWEST = 32;

    /** Compares levels that lie this far apart. */
    private static final double APART = 1.6;

    /** A rise of the level must bring this part of itself as throughput. */
    private static final double GAIN = 0.2;

    /** Standard errors between what is seen and what would do; one time in a thousand it is chance. */
    private static final double SURE = 3;

    /** Calls at about one level. */
    private record Bunch(double level, double nanos, double error) {
        double throughput() {
            return level / nanos;
        }
    }

    private static final Bunch NONE = new Bunch(0, 1, 0);

    private Bunch lower = NONE;
    private int calls;
    private double levels;
    private double nanos;
    private double squares;

    /** Counts an answered call. @return whether the rise brought nothing */
    boolean queues(int level, long took) {
        calls++;
        levels += level;
        nanos += took;
        squares += (double) took * took;
        if (calls < Math.max(FEWEST, levels / calls / 2)) {
            return false;
        }
        double mean = nanos / calls;
        double variance = Math.max(0, squares / calls - mean * mean);
        Bunch now = new Bunch(levels / calls, mean, Math.sqrt(variance / calls) / mean);
        begin();
        if (now.level < APART * lower.level) {
            return false;
        }
        if (lower.level > 0 && gainsNothing(now)) {
            return true;
        }
        lower = now;
        return false;
    }

    private boolean gainsNothing(Bunch now) {
        double wanted = 1 + GAIN * (now.level / lower.level - 1);
        double missing = Math.log(wanted * lower.throughput() / now.throughput());
        return missing > SURE * Math.hypot(now.error, lower.error);
    }

    /** The highest level at which calls did not queue. */
    int lower() {
        return (int) Math.round(lower.level);
    }

    void forget() {
        lower = NONE;
        begin();
    }

    private void begin() {
        calls = 0;
        levels = 0;
        nanos = 0;
        squares = 0;
    }
}
