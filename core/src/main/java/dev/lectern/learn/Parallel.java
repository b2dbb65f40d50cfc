package dev.lectern.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Work on a range of numbers in pieces of a fixed size, by several threads. The pieces don't depend on the threads. */
final class Parallel {
    private Parallel() {}

    /** What is done with the numbers from {@code from} up to, not including, {@code to}. Must not depend on other pieces. */
    interface Piece {
        void run(int from, int to);
    }

    /** Runs all pieces and returns when all are done. */
    static void pieces(int threads, int count, int size, Piece piece) {
        int pieces = (count + size - 1) / size;
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int p = next.getAndIncrement(); p < pieces; p = next.getAndIncrement()) {
                piece.run(p * size, Math.min(count, (p + 1) * size));
            }
        };
        int workers = Math.min(threads, pieces);
        if (workers <= 1) {
            worker.run();
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name("learn-", 0).factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (int w = 0; w < workers; w++) {
                running.add(pool.submit(worker));
            }
            for (Future<?> one : running) {
                await(one);
            }
        }
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
