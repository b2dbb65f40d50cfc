package dev.lectern.learn;

import java.util.Arrays;

/** Rows in groups: each row is in the group whose centre it has the largest product with. No group is empty. */
public final class Clusters {
    private final int[] of;
    private final Rows centres;
    /** Rows ordered by cluster, in each by number; cluster {@code c} has those from {@code starts[c]} up to {@code starts[c + 1]}. */
    private final int[] ordered;

    private final int[] starts;

    Clusters(int[] of, Rows centres) {
        this.of = of;
        this.centres = centres;
        starts = new int[centres.size() + 1];
        for (int cluster : of) {
            starts[cluster + 1]++;
        }
        for (int c = 0; c < centres.size(); c++) {
            starts[c + 1] += starts[c];
        }
        ordered = new int[of.length];
        int[] next = starts.clone();
        for (int row = 0; row < of.length; row++) {
            ordered[next[of[row]]++] = row;
        }
    }

    /** How many clusters there are. */
    public int count() {
        return centres.size();
    }

    /** How many rows there are in all. */
    public int rows() {
        return of.length;
    }

    /** The cluster of a row. */
    public int of(int row) {
        return of[row];
    }

    /** How many rows a cluster has, at least one. */
    public int size(int cluster) {
        return starts[cluster + 1] - starts[cluster];
    }

    /** The rows of a cluster, in order of their numbers. */
    public int[] members(int cluster) {
        return Arrays.copyOfRange(ordered, starts[cluster], starts[cluster + 1]);
    }

    /** The centres, each of unit length (or zeros, if its rows were). */
    public Rows centres() {
        return centres;
    }
}
