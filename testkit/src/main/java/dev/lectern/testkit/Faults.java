package dev.lectern.testkit;

import dev.lectern.text.Hash;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What goes wrong, by seed: a function of the request and of how often it came, so that another try may succeed.
 *
 * @param share of requests that meet a fault, 0 to 1
 */
public record Faults(long seed, double share, Set<Kind> kinds) {
    /** A kind of fault. */
    public enum Kind {
        /** Status 429 with Retry-After. */
        BUSY_WAIT,
        /** Status 429 without. */
        BUSY,
        /** Status 500. */
        BROKEN,
        /** A reply that takes half a second longer. */
        SLOW,
        /** The connection ends before a reply. */
        DROPPED,
        /** The connection ends within the reply. */
        CUT,
        /** Status 200, and no chat completion. */
        NO_ENVELOPE,
        /** A chat completion whose text is broken JSON. */
        BROKEN_JSON,
        /** A chat completion whose text is other JSON. */
        OTHER_JSON,
        /** The model stops in the middle, for length. */
        LENGTH,
        /** The model refuses. */
        REFUSAL
    }

    /** Those that another try over the wire mends. */
    public static final Set<Kind> PASSING =
            EnumSet.of(Kind.BUSY_WAIT, Kind.BUSY, Kind.BROKEN, Kind.SLOW, Kind.DROPPED, Kind.CUT, Kind.NO_ENVELOPE);

    public static final Faults NONE = new Faults(0, 0, PASSING);

    public Faults {
        kinds = kinds.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(kinds);
    }

    /** @param nth how often this body came before, from 0 */
    Optional<Kind> at(String body, int nth) {
        long rank = Hash.rank(Long.toString(seed), body, Integer.toString(nth));
        double chance = (rank >>> 11) / (double) (1L << 53);
        if (chance >= share || kinds.isEmpty()) {
            return Optional.empty();
        }
        return kinds.stream()
                .sorted()
                .skip(Long.remainderUnsigned(rank, kinds.size()))
                .findFirst();
    }
}
