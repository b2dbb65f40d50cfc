package dev.lectern.testkit;

import dev.lectern.text.Hash;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What goes wrong, by seed: a function of the request's body and of how often it came, so that another try may succeed. A body that
 * meets no fault gets the same reply whatever came before.
 *
 * @param shares of all requests, 0 to 1 by kind; together at most 1
 */
public record Faults(long seed, SortedMap<Kind, Double> shares) {
    /** A kind of fault. */
    public enum Kind {
        /** Status 429 with Retry-After. */
        BUSY_WAIT,
        /** Status 429 without. */
        BUSY,
        /** Status 529: overloaded, as Anthropic says it. */
        OVERLOADED,
        /** Status 500. */
        BROKEN,
        /** Status 408. */
        TIMED_OUT,
        /** A reply that takes half a second longer. */
        SLOW,
        /** A reply that comes in small pieces, over a second. */
        DRIP,
        /** No reply, and the connection stays open. */
        HANG,
        /** The connection ends before a reply. */
        DROPPED,
        /** The connection ends within the reply. */
        CUT,
        /** Status 200, and no chat completion. */
        NO_ENVELOPE,
        /** Status 200, and the first half of a chat completion as if it were the whole. */
        HALF_ENVELOPE,
        /** A chat completion whose text is broken JSON. */
        BROKEN_JSON,
        /** A chat completion whose text is other JSON. */
        OTHER_JSON,
        /** A chat completion whose text is JSON with a field that is named wrongly. */
        WRONG_SCHEMA,
        /** The model stops in the middle, at the limit of tokens. */
        LENGTH,
        /** It says that it stops for length, though the limit was not reached. */
        FALSE_LENGTH,
        /** The model refuses. */
        REFUSAL,
        /** The provider's filter stops the reply. */
        FILTERED
    }

    /** Those that another try over the wire mends. */
    public static final Set<Kind> PASSING = Collections.unmodifiableSet(
            EnumSet.of(Kind.BUSY_WAIT, Kind.BUSY, Kind.BROKEN, Kind.SLOW, Kind.DROPPED, Kind.CUT, Kind.NO_ENVELOPE));

    public static final Faults NONE = of(0, Map.of());

    public Faults {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    }

    public static Faults of(long seed, Map<Kind, Double> shares) {
        return new Faults(seed, new TreeMap<>(shares));
    }

    /**
     * All these kinds alike often.
     *
     * @param share of requests that meet any of them
     */
    public static Faults of(long seed, double share, Set<Kind> kinds) {
        return of(seed, kinds.stream().collect(Collectors.toMap(kind -> kind, kind -> share / kinds.size())));
    }

    /** One kind only. */
    public static Faults of(long seed, double share, Kind kind) {
        return of(seed, Map.of(kind, share));
    }

    /** @param nth how often this body came before, from 0 */
    Optional<Kind> at(String body, int nth) {
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        long rank = Hash.rank(Long.toString(seed), body, Integer.toString(nth));
        double drawn = (rank >>> 11) / (double) (1L << 53);
        for (Map.Entry<Kind, Double> kind : shares.entrySet()) {
            drawn -= kind.getValue();
            if (drawn < 0) {
                return Optional.of(kind.getKey());
            }
        }
        return Optional.empty();
    }
}
