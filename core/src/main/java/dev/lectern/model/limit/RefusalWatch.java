package dev.lectern.model.limit;

import java.util.Arrays;

/**
 * Notices when more is refused than always is. Knows the share that is refused in any case, and sums up how much better a raised share
 * would explain what is seen (Page's CUSUM): what chance brings about raises no alarm, a server that begins to refuse does after a few
 * refusals.
 *
 * <p>Goes by the order in which tries began. Refusals are often quicker than answers; by the order of their ends, the first of any bunch
 * of tries would all seem refused.
 */
final class RefusalWatch {
    /** What is believed before anything is known: one in twenty, with the weight of twenty tries. */
    private static final double PRIOR_TRIES = 20;

    private static final double PRIOR_REFUSED = 1;

    /** Beyond so many tries the oldest count less and less. */
    private static final double MEMORY = 3000;

    private static final double FLOOD = 12;

    private double tries = PRIOR_TRIES;
    private double refused = PRIOR_REFUSED;
    private double usual;
    private double ifRefused;
    private double ifAnswered;
    /** Numbers of the refused tries that are not yet summed up, ascending. */
    private long[] recent = new long[64];

    private int recents;
    private long from;
    private long summedUpTo;
    private double summedEvidence;
    private double summedFlood;
    private double evidence;
    private double flood;

    RefusalWatch() {
        weigh();
    }

    /** The share that is refused whatever the level, as far as is known: rather too high than too low. */
    double usual() {
        return usual;
    }

    /** Looks anew, at tries from this one on. */
    void begin(long from) {
        this.from = from;
        recents = 0;
        summedUpTo = from - 1;
        summedEvidence = 0;
        summedFlood = 0;
        evidence = 0;
        flood = 0;
    }

    /**
     * A try was refused. One from before the look began says nothing: those beside it that were answered are not known any more.
     *
     * @param at its number in the order of beginning
     * @param settled tries before this one have most likely ended
     */
    void refused(long at, long settled) {
        if (at < from) {
            return;
        }
        insert(at);
        sumUp(settled);
        long last = summedUpTo;
        double nowEvidence = summedEvidence;
        double nowFlood = summedFlood;
        evidence = nowEvidence;
        flood = nowFlood;
        for (int i = 0; i < recents; i++) {
            long between = Math.max(0, recent[i] - last - 1);
            nowEvidence = Math.max(0, nowEvidence + between * ifAnswered) + ifRefused;
            nowFlood = Math.max(0, nowFlood - 4.0 * between) + 1;
            evidence = Math.max(evidence, nowEvidence);
            flood = Math.max(flood, nowFlood);
            last = recent[i];
        }
    }

    private void insert(long at) {
        if (recents == recent.length) {
            recent = Arrays.copyOf(recent, recents * 2);
        }
        int i = recents++;
        while (i > 0 && recent[i - 1] > at) {
            recent[i] = recent[i - 1];
            i--;
        }
        recent[i] = at;
    }

    private void sumUp(long settled) {
        int n = 0;
        while (n < recents && recent[n] < settled) {
            long between = Math.max(0, recent[n] - summedUpTo - 1);
            summedEvidence = Math.max(0, summedEvidence + between * ifAnswered) + ifRefused;
            summedFlood = Math.max(0, summedFlood - 4.0 * between) + 1;
            summedUpTo = Math.max(summedUpTo, recent[n]);
            n++;
        }
        System.arraycopy(recent, n, recent, 0, recents - n);
        recents -= n;
    }

    /** Whether more is refused than usual, beyond what chance brings about once in e^doubt tries or so. */
    boolean suspects(double doubt) {
        return evidence > doubt;
    }

    /** Whether nearly all is refused. */
    boolean floods() {
        return flood > FLOOD;
    }

    /** How much more likely it is in a bunch of tries that the share is raised than that it is not: the logarithm of it. */
    double evidence(int ofTries, int wereRefused) {
        return wereRefused * ifRefused + (ofTries - wereRefused) * ifAnswered;
    }

    /** Whether a bunch of tries was refused more often than usual, by somewhat more than chance. */
    boolean exceeds(int ofTries, int wereRefused) {
        double expected = ofTries * refused / tries;
        return wereRefused > expected + 2 * Math.sqrt(expected) + 1;
    }

    /** In a bunch of tries all was as usual. */
    void learn(int moreTries, int moreRefused) {
        double keep = tries + moreTries > MEMORY ? Math.max(0, MEMORY - moreTries) / tries : 1;
        tries = tries * keep + moreTries;
        refused = refused * keep + moreRefused;
        weigh();
    }

    /** What was usual is no more. */
    void forget() {
        tries = 0;
        refused = 0;
    }

    private void weigh() {
        usual = Math.clamp((refused + Math.sqrt(refused + 1)) / tries, 0.002, 0.8);
        double raised = Math.min(0.95, 2 * usual + 0.1);
        ifRefused = Math.log(raised / usual);
        ifAnswered = Math.log((1 - raised) / (1 - usual));
    }
}
