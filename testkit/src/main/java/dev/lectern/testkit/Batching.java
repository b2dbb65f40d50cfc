package dev.lectern.testkit;

import dev.lectern.text.Hash;

/**
 * How batches go.
 *
 * @param polls how often one is asked after before it ends
 * @param failed share of its lines that end with an error
 * @param expired share of its lines that nobody got to in time
 */
public record Batching(int polls, double failed, double expired, long seed) {
    public static final Batching SWIFT = new Batching(1, 0, 0, 0);

    /** What becomes of a line. */
    enum Fate {
        DONE,
        FAILED,
        EXPIRED
    }

    /** @param nth how often this line came before */
    Fate fate(String digest, int nth) {
        long rank = Hash.rank("batch", Long.toString(seed), digest, Integer.toString(nth));
        double drawn = (rank >>> 11) / (double) (1L << 53);
        return drawn < failed ? Fate.FAILED : drawn < failed + expired ? Fate.EXPIRED : Fate.DONE;
    }
}
