package dev.lectern.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Works on many units at once, a bounded number of them admitted at a time, in any order. A unit may fork further units;
 * these are not held back at the gate (their parent is through it), so that children never wait for their parent's place.
 * The first bug of a unit stops the map and is thrown to the caller; so does an
 * interrupt of the caller, as a {@link CancellationException}, with the units under way interrupted too.
 */
final class BoundedMap implements AutoCloseable {
    /** One unit of work. */
    interface Task {
        void run(Fork fork);
    }

    /** Lets a unit hand on further units. */
    interface Fork {
        void fork(Task task);
    }

    private final ExecutorService executor;
    private final int admitted;

    /** @param paid units that wait on models run in virtual threads; others on as many threads as asked for */
    BoundedMap(boolean paid, int threads, int admitted) {
        this.executor = paid
                ? Executors.newVirtualThreadPerTaskExecutor()
                : Executors.newFixedThreadPool(
                        threads,
                        Thread.ofPlatform().name("lectern-", 0).daemon().factory());
        this.admitted = admitted;
    }

    /** Runs them all; returns when the last one and all it forked are done. */
    void run(Stream<Task> roots) {
        Semaphore gate = new Semaphore(admitted);
        AtomicReference<Throwable> bug = new AtomicReference<>();
        try {
            roots.takeWhile(root -> bug.get() == null).forEach(root -> {
                acquire(gate, 1);
                new Family(gate, bug).start(root);
            });
            acquire(gate, admitted);
        } catch (CancellationException e) {
            bug.compareAndSet(null, e);
            executor.shutdownNow();
            throw e;
        }
        Throwable thrown = bug.get();
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private static void acquire(Semaphore gate, int places) {
        try {
            gate.acquire(places);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** A root and all that comes of it; holds one place at the gate until the last is done. */
    private final class Family implements Fork {
        private final Semaphore gate;
        private final AtomicReference<Throwable> bug;
        private final AtomicLong pending = new AtomicLong();

        Family(Semaphore gate, AtomicReference<Throwable> bug) {
            this.gate = gate;
            this.bug = bug;
        }

        void start(Task root) {
            fork(root);
        }

        @Override
        public void fork(Task task) {
            pending.incrementAndGet();
            Runnable run = () -> {
                try {
                    if (bug.get() == null) {
                        task.run(this);
                    }
                } catch (Throwable t) {
                    bug.compareAndSet(null, t);
                } finally {
                    if (pending.decrementAndGet() == 0) {
                        gate.release();
                    }
                }
            };
            try {
                executor.execute(run);
            } catch (RejectedExecutionException e) {
                pending.decrementAndGet();
            }
        }
    }

    @Override
    public void close() {
        executor.close();
    }
}
