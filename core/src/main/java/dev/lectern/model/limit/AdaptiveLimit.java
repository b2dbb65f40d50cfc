package dev.lectern.model.limit;

/**
 * How many calls a server can take at once, found out by trying. Knows no clock and no numbers of the server's: it counts tries.
 *
 * <p>It doubles while all goes well. When more is refused than usual it halves and looks again. What is refused at half the level as
 * well is refused whatever the level: that becomes the usual, and the level is restored. Where refusals have gone, it climbs again; if
 * they come back it has found a wall, stays just below it and seldom knocks. Nothing is learnt from tries that began at another
 * level. For one thread at a time.
 */
public final class AdaptiveLimit {
    /** What became of a try, as far as the level goes. */
    public enum End {
        ANSWERED,
        /** Too many requests, a fault of the server's, no connection, no answer in time. */
        REFUSED,
        /** Says nothing: the request was bad, or the caller went away. */
        NEITHER
    }

    /**
     * A try on its way.
     *
     * @param number in the order of beginning
     * @param level tries that were then in flight, with this one
     * @param full whether there was hardly room for more
     */
    public record Pass(long number, int level, boolean full) {}

    private enum Phase {
        DOUBLING,
        CLIMBING,
        HOLDING,
        TESTING
    }

    private static final int FEWEST_IN_A_ROUND = 8;
    private static final int FEWEST_TO_LEARN = 32;
    private static final int FEWEST_TO_COMPARE = 256;
    private static final int FEWEST_TO_JUDGE = 48;
    /** Twenty to one. */
    private static final double SURE = 3;

    private static final double MUCH_MORE = 1.3;
    /** It does not grow more than twice as fast for what is refused anyway. */
    private static final double MOST_USUAL = 0.5;

    private static final int FIRST_REST = 800;
    private static final int LONGEST_REST = 6400;

    private final int most;
    private final RefusalWatch watch = new RefusalWatch();
    private final LatencyWatch latency = new LatencyWatch();

    private Phase phase = Phase.DOUBLING;
    private int limit;
    private int inFlight;
    private long began;
    /** Tries before this one began at a level that was left because it was too high. */
    private long era;

    private Cohort cohort;
    /** Level at which refusals began, found twice; 0 if there is none. */
    private int wall;
    /** The same, seen once. */
    private int suspect;
    /** The highest level at which a round was as usual. */
    private int good = 1;
    /** How far above the good level it knocks; 0 while it doesn't. */
    private int stride;

    private int rest = FIRST_REST;
    private int rested;
    /** Where a test began, to go back to if the level is not to blame. */
    private int restored;
    /** The share answered at the level that was tested before; 0 if there was none. */
    private double answeredAbove;

    private boolean outage;
    /** By how much it is to grow when that comes to a whole place; under 1. */
    private double growth;

    public AdaptiveLimit(int first, int most) {
        this.most = most;
        this.limit = Math.min(first, most);
        this.cohort = new Cohort(0, FEWEST_TO_LEARN);
    }

    public int limit() {
        return limit;
    }

    public int inFlight() {
        return inFlight;
    }

    public int room() {
        return limit - inFlight;
    }

    public Pass start() {
        inFlight++;
        return new Pass(began++, inFlight, inFlight >= limit - limit / 5);
    }

    /** @param nanos how long it took */
    public void end(Pass pass, End end, long nanos) {
        inFlight--;
        if (end == End.NEITHER || pass.number < era) {
            return;
        }
        boolean wasRefused = end == End.REFUSED;
        if (wasRefused) {
            watch.refused(pass.number, began - Math.max(64, 4L * limit));
        }
        boolean counted = cohort.count(pass.number, wasRefused, pass.full);
        if (phase == Phase.TESTING) {
            tested(wasRefused);
            return;
        }
        if (wasRefused && watch.suspects(doubt())) {
            stepDown();
            return;
        }
        if (phase == Phase.DOUBLING && !wasRefused && pass.full) {
            doubling(pass, nanos);
        } else if (phase == Phase.HOLDING) {
            rested++;
        }
        if (counted && cohort.done()) {
            quiet();
        }
    }

    /** More tries in a second, and more that is refused anyway, give chance more room. */
    private double doubt() {
        return 6 + Math.log(Math.max(1, limit / 16.0)) + 10 * watch.usual();
    }

    private void doubling(Pass pass, long nanos) {
        if (latency.queues(pass.level, nanos)) {
            good = Math.max(1, latency.lower());
            hold(good);
            return;
        }
        // What is refused whatever the level takes its places in a round: without them it would grow as fast.
        growth += 1 / (1 - Math.min(MOST_USUAL, watch.usual()));
        limit = Math.min(most, limit + (int) growth);
        growth -= (int) growth;
        if (wall > 0 && limit >= wall / 2) {
            good = limit;
            climb();
        }
    }

    /** A bunch of tries went by as usual. */
    private void quiet() {
        if (wall == 0 || cohort.refused() <= watch.usual() * cohort.ended() / 2) {
            watch.learn(cohort.ended(), cohort.refused());
        }
        if (phase == Phase.HOLDING && wall > 0 && watch.exceeds(cohort.ended(), cohort.refused())) {
            wall = limit;
            good = limit - Math.max(1, limit / 32);
            hold(Math.max(1, good));
        } else if (phase == Phase.CLIMBING && cohort.full() && watch.evidence(cohort.ended(), cohort.refused()) <= 0) {
            climbed();
        } else if (phase == Phase.HOLDING && rested >= Math.max(rest, limit * 10)) {
            if (wall > 0) {
                rest = Math.min(LONGEST_REST, rest * 2);
                stride = Math.max(1, good / 50);
            }
            climb();
        } else {
            next();
        }
    }

    private void climbed() {
        good = limit;
        if (limit >= suspect) {
            suspect = 0;
        }
        if (stride > 0) {
            stride *= 4;
            if (stride > good / 2) {
                wall = 0;
                stride = 0;
                rest = FIRST_REST;
            }
        }
        climb();
    }

    /** One step up from a level that is good. */
    private void climb() {
        if (stride > 0) {
            to(Phase.CLIMBING, good + stride);
        } else if (suspect > 0) {
            // Seen once, it was most likely chance: the last stretch is not felt out place by place.
            int gap = suspect - good;
            to(Phase.CLIMBING, good + Math.max(1, gap <= suspect / 8 ? gap : (gap + 1) / 2));
        } else if (wall == 0) {
            latency.forget();
            to(Phase.DOUBLING, good);
        } else if (wall - 1 - good <= good / 50) {
            hold(good);
        } else {
            to(Phase.CLIMBING, good + (wall - good) / 2);
        }
    }

    private void hold(int level) {
        stride = 0;
        rested = 0;
        to(Phase.HOLDING, level);
    }

    private void stepDown() {
        boolean climbing = phase == Phase.CLIMBING;
        boolean again = suspect > 0 && limit >= suspect / 2;
        if (stride > 0 || again || (climbing && wall > 0 && limit >= wall * 4 / 5)) {
            wall = limit;
            suspect = 0;
        } else {
            suspect = limit;
        }
        stride = 0;
        restored = limit;
        answeredAbove = 0;
        test(climbing && good >= limit / 2 ? good : limit / 2);
    }

    private void test(int level) {
        era = began;
        outage = false;
        to(Phase.TESTING, Math.max(1, level));
    }

    private void tested(boolean wasRefused) {
        double evidence = watch.evidence(cohort.ended(), cohort.refused());
        if (outage && !wasRefused) {
            good = Math.max(1, restored / 8);
            suspect = 0;
            climb();
        } else if (evidence < -SURE || (cohort.done() && evidence < SURE)) {
            watch.learn(cohort.ended(), cohort.refused());
            good = limit;
            climb();
        } else if (watch.floods()) {
            answeredAbove = 0;
            outage = limit == 1;
            if (!outage) {
                lower();
            }
        } else if (cohort.done()) {
            double answered = 1 - (double) cohort.refused() / cohort.ended();
            if (answered < MUCH_MORE * answeredAbove || limit == 1) {
                watch.forget();
                watch.learn(cohort.ended(), cohort.refused());
                suspect = 0;
                latency.forget();
                good = restored;
                to(wall > 0 ? Phase.HOLDING : Phase.DOUBLING, restored);
            } else {
                answeredAbove = answered;
                lower();
            }
        }
    }

    private void lower() {
        suspect = limit;
        test(limit / 2);
    }

    private void to(Phase next, int level) {
        phase = next;
        limit = Math.min(most, level);
        watch.begin(began);
        next();
    }

    private void next() {
        int size = switch (phase) {
            case TESTING -> FEWEST_TO_JUDGE;
            case CLIMBING -> Math.max(FEWEST_IN_A_ROUND, limit / 2);
            case DOUBLING -> FEWEST_TO_LEARN;
            case HOLDING -> Math.max(FEWEST_TO_COMPARE, limit);
        };
        cohort = new Cohort(began, size);
    }
}
