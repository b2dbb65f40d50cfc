package dev.lectern.model.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether a model seems to be down: several calls in a row brought nothing, with all their tries. Then a call gets one try only, so that
 * an outage ends a run soon; but every few seconds one gets all of them, and the first answer ends the outage. Safe for many threads.
 */
public final class Outage {
    private static final int DOWN_AFTER = 3;
    private static final long CHECK_EVERY = Duration.ofSeconds(5).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean everAnswered;
    private long nextCheck;

    /** Whether a call that begins now is to find out, with all its tries, if the model is back. */
    public boolean checks(long now) {
        if (!down()) {
            return false;
        }
        lock.lock();
        try {
            boolean check = now >= nextCheck;
            nextCheck = check ? now + CHECK_EVERY : nextCheck;
            return check;
        } finally {
            lock.unlock();
        }
    }

    /** Whether calls had better leave off, but for those that check. */
    public boolean down() {
        return lost.get() >= DOWN_AFTER;
    }

    /** Whether the model has ever answered: one that has may be starting anew, one that has not may not be there at all. */
    public boolean everAnswered() {
        return everAnswered;
    }

    /** Whether an answer is news. */
    public boolean unsure() {
        return lost.get() > 0 || !everAnswered;
    }

    public void answered() {
        lost.set(0);
        everAnswered = true;
    }

    /** A call brought nothing. */
    public void lost(long now) {
        lock.lock();
        try {
            if (lost.incrementAndGet() == DOWN_AFTER) {
                nextCheck = now + CHECK_EVERY;
            }
        } finally {
            lock.unlock();
        }
    }
}
