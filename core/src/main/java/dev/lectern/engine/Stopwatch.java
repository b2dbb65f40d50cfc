package dev.lectern.engine;

/** Runs while at least one of those who said that they begin has not said that it ends. Safe for many threads. */
final class Stopwatch {
    private int running;
    private long since;
    private long nanos;

    synchronized void begins(long now) {
        if (running++ == 0) {
            since = now;
        }
    }

    synchronized void ends(long now) {
        if (--running == 0) {
            nanos += Math.max(0, now - since);
        }
    }

    /** What it has measured up to the last time that it stood still. */
    synchronized long nanos() {
        return nanos;
    }
}
