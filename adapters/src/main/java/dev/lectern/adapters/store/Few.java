package dev.lectern.adapters.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A few of a kind, each for one thread at a time: taken, and given back within microseconds. What is given back after the end is closed
 * then, so that nothing stays open because somebody held it at the end.
 */
final class Few<T> implements AutoCloseable {
    /** How often somebody who waits looks whether the end has come meanwhile. */
    private static final int LOOK_UP_MILLIS = 50;

    private final BlockingQueue<T> idle;
    private final Consumer<T> closing;
    private volatile boolean closed;

    Few(List<T> all, Consumer<T> closing) {
        this.idle = new ArrayBlockingQueue<>(all.size(), false, all);
        this.closing = closing;
    }

    /**
     * Waits for one; so short a wait that interrupts wait as well.
     *
     * @throws IllegalStateException if there is none any more
     */
    T take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    Optional<T> one = Optional.ofNullable(idle.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS));
                    if (one.isPresent()) {
                        return one.get();
                    } else if (closed) {
                        throw new IllegalStateException(GroupCommit.CLOSED);
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The one that was taken, or another in its place. */
    void giveBack(T one) {
        idle.add(one);
        if (closed) {
            closeIdle();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private void closeIdle() {
        for (Optional<T> one = next(); one.isPresent(); one = next()) {
            closing.accept(one.get());
        }
    }

    private Optional<T> next() {
        return Optional.ofNullable(idle.poll());
    }
}
