package dev.lectern.model.limit;

/** So many tries that began one after another, and what became of them. */
final class Cohort {
    private final long from;
    private final int size;
    private int answered;
    private int refused;
    private int full;

    /** @param from number of its first try */
    Cohort(long from, int size) {
        this.from = from;
        this.size = size;
    }

    /** Counts a try that ended, if it is one of these. */
    boolean count(long number, boolean wasRefused, boolean wasFull) {
        boolean mine = number >= from && number < from + size;
        if (mine) {
            answered += wasRefused ? 0 : 1;
            refused += wasRefused ? 1 : 0;
            full += wasFull ? 1 : 0;
        }
        return mine;
    }

    int ended() {
        return answered + refused;
    }

    int refused() {
        return refused;
    }

    /** Nearly all of them have ended: whoever waits for the last waits for the slowest. */
    boolean done() {
        return ended() >= size - size / 8;
    }

    /** Whether the level was made use of. */
    boolean full() {
        return full * 2 > ended();
    }
}
