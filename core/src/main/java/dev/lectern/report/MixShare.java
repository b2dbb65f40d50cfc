package dev.lectern.report;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of task in a mix that was asked for.
 *
 * @param wanted the share that was asked for, from 0 to 1
 * @param share the share that it has of the accepted rows
 * @param rows accepted rows of the kind
 * @param dropped why rows of the kind were dropped, by "stage-name: reason"
 */
public record MixShare(String task, double wanted, double share, long rows, SortedMap<String, Long> dropped) {
    /** How far a share may be from what was asked for and still be what was asked for. */
    public static final double WITHIN = 0.02;

    public MixShare {
        dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
    }

    /** Whether less came of the kind than was asked for. */
    public boolean isShort() {
        return wanted - share > WITHIN;
    }
}
