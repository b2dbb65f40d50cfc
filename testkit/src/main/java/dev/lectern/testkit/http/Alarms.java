package dev.lectern.testkit.http;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Things to do later, in the order of their time, and of their setting where that is equal. For one thread. */
final class Alarms {
    private final PriorityQueue<Alarm> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Alarm::due).thenComparingLong(Alarm::nth));
    private final long began = System.nanoTime();
    private long set;

    /** @param due nanoseconds since the clock began */
    private record Alarm(long due, long nth, Runnable action) {}

    void set(long nanos, Runnable action) {
        waiting.add(new Alarm(now() + nanos, set++, action));
    }

    void ring() {
        while (!waiting.isEmpty() && waiting.element().due() <= now()) {
            waiting.remove().action().run();
        }
    }

    /** Milliseconds until the next, rounded up; -1 if there is none. */
    long untilNext() {
        return waiting.isEmpty() ? -1 : Math.max(0, (waiting.element().due() - now() + 999_999) / 1_000_000);
    }

    private long now() {
        return System.nanoTime() - began;
    }
}
