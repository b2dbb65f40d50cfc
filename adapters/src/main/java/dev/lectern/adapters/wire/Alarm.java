package dev.lectern.adapters.wire;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Breaks off what takes longer than its deadline, which may move meanwhile. Until it is closed. */
final class Alarm implements AutoCloseable {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Deadline deadline;
    private final Runnable breakOff;
    private Future<?> next;
    private boolean rang;
    private boolean off;

    /** @param breakOff called by another thread, at most once */
    Alarm(Deadline deadline, Runnable breakOff) {
        this.deadline = deadline;
        this.breakOff = breakOff;
        this.next = CLOCK.schedule(this::ring, deadline.nanosLeft(), TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("lectern-timeouts").factory());
        // Nearly all are called off long before their time.
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    private synchronized void ring() {
        long left = deadline.nanosLeft();
        if (off) {
            return;
        } else if (left > 0) {
            next = CLOCK.schedule(this::ring, left, TimeUnit.NANOSECONDS);
        } else {
            rang = true;
            breakOff.run();
        }
    }

    synchronized boolean rang() {
        return rang;
    }

    @Override
    public synchronized void close() {
        off = true;
        next.cancel(false);
    }
}
