package dev.lectern.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Works on many units at once, a bounded number of them admitted at a time, in any order. A unit may fork further units;
 * these are not held back at the gate (their parent is through it), so that children never wait for their parent's place.
 * The first bug of a unit stops the map and is thrown to the caller.
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
        roots.forEach(root -> {
            if (bug.get() == null) {
                gate.acquireUninterruptibly();
                new Family(gate, bug).start(root);
            }
        });
        gate.acquireUninterruptibly(admitted);
        Throwable thrown = bug.get();
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown instanceof RuntimeException exception) {
            throw exception;
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
            executor.execute(() -> {
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
            });
        }
    }

    @Override
    public void close() {
        executor.close();
    }
}
