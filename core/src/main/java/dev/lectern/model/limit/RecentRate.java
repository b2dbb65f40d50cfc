package dev.lectern.model.limit;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** How much of something there was in the last seconds, by the second. */
public final class RecentRate {
    private static final int SECONDS = 10;
    private static final long SECOND = 1_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final LongSupplier nanos;
    private final long began;
    /** One box for each of the last seconds, used in turn; the running second has one too. */
    private final long[] boxes = new long[SECONDS + 1];

    private long second;

    /** @param nanos a clock that only goes forward */
    public RecentRate(LongSupplier nanos) {
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    public void add(long amount) {
        lock.lock();
        try {
            turn();
            boxes[(int) (second % boxes.length)] += amount;
        } finally {
            lock.unlock();
        }
    }

    /** Over the last whole seconds; over the time since the beginning while that is shorter. */
    public long perSecond() {
        lock.lock();
        try {
            turn();
            long sum = 0;
            for (long box : boxes) {
                sum += box;
            }
            long running = second == 0 ? sum : sum - boxes[(int) (second % boxes.length)];
            return running / Math.clamp(second, 1, SECONDS);
        } finally {
            lock.unlock();
        }
    }

    /** Empties the boxes of seconds in which nothing came. */
    private void turn() {
        long now = (nanos.getAsLong() - began) / SECOND;
        for (long s = Math.max(second + 1, now - SECONDS); s <= now; s++) {
            boxes[(int) (s % boxes.length)] = 0;
        }
        second = Math.max(second, now);
    }
}
