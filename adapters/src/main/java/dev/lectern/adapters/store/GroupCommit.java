package dev.lectern.adapters.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that writes. Whatever waits is committed and brought to disk together, and what comes meanwhile is the next group. If that
 * fails for the disk or for one of the changes, each is tried once more alone: what can be kept is kept.
 */
final class GroupCommit implements AutoCloseable {
    static final String CLOSED = "the store of replies is closed";
    private static final int MOST_PER_COMMIT = 1024;

    private final StoreWriter writer;
    private final Journal journal;
    private final Runnable makeRoom;
    private final BlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
    private final Waiting<Boolean> stop = new Waiting<>(w -> true, () -> {});
    private final Thread thread;
    private volatile Optional<SQLException> broken = Optional.empty();
    private boolean closed;

    /** A change of the file. */
    interface Change<T> {
        T make(StoreWriter writer) throws SQLException;
    }

    private static final class Waiting<T> {
        private final Change<T> change;
        private final Runnable safe;
        private final CompletableFuture<T> done = new CompletableFuture<>();

        Waiting(Change<T> change, Runnable safe) {
            this.change = change;
            this.safe = safe;
        }

        /** Makes the change. @return what to do once it is on disk */
        Runnable make(StoreWriter writer) throws SQLException {
            T result = change.make(writer);
            return () -> done.complete(result);
        }
    }

    /** @param makeRoom called once, before what a full disk refused is tried again */
    GroupCommit(StoreWriter writer, Journal journal, Runnable makeRoom) {
        this.writer = writer;
        this.journal = journal;
        this.makeRoom = makeRoom;
        this.thread = Thread.ofPlatform().name("reply-store").daemon().start(this::write);
    }

    /**
     * Makes a change, durable on return.
     *
     * @param safe run once it is committed, and so outlives the program
     * @throws UncheckedIOException if it can't be kept
     * @throws IllegalStateException if the store is closed
     */
    <T> T make(Change<T> change, Runnable safe) {
        Waiting<T> waiting = new Waiting<>(change, safe);
        synchronized (queue) {
            if (closed) {
                throw new IllegalStateException(CLOSED);
            }
            queue.add(waiting);
        }
        try {
            return waiting.done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException broke) {
                throw broke;
            }
            throw e;
        }
    }

    /** Why replies can't be kept any more, since a commit failed. */
    Optional<SQLException> broken() {
        return broken;
    }

    private void write() {
        boolean stopping = false;
        while (!stopping) {
            List<Waiting<?>> group = new ArrayList<>();
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                // Nobody of ours interrupts this thread; what waits must still be written.
                continue;
            }
            queue.drainTo(group, MOST_PER_COMMIT);
            stopping = group.remove(stop);
            try {
                keep(group);
            } catch (RuntimeException | Error e) {
                // Of the rescue itself. This thread must live on, and nobody may wait for what will not come.
                group.forEach(waiting -> waiting.done.completeExceptionally(e));
            }
        }
    }

    private void keep(List<Waiting<?>> group) {
        try {
            commit(group);
        } catch (SQLException e) {
            broken = Optional.of(e);
            rescue(group);
        }
    }

    private void rescue(List<Waiting<?>> group) {
        makeRoom.run();
        try {
            commit(group);
        } catch (SQLException e) {
            group.forEach(this::alone);
        }
    }

    private void alone(Waiting<?> waiting) {
        try {
            commit(List.of(waiting));
        } catch (SQLException e) {
            lost(waiting, e);
        }
    }

    private static void lost(Waiting<?> waiting, Exception why) {
        waiting.done.completeExceptionally(
                new UncheckedIOException(new IOException("cannot keep a reply: " + why.getMessage(), why)));
    }

    private void commit(List<Waiting<?>> group) throws SQLException {
        if (group.isEmpty()) {
            return;
        }
        List<Runnable> after = new ArrayList<>(group.size());
        try {
            writer.begin();
            for (Waiting<?> waiting : group) {
                after.add(waiting.make(writer));
            }
            writer.commit();
        } catch (SQLException e) {
            writer.rollback();
            throw e;
        } catch (RuntimeException | Error e) {
            // A bug, damage found while writing, or no memory: whose change it is must hear of it, and the others are
            // kept.
            writer.rollback();
            if (group.size() == 1) {
                group.getFirst().done.completeExceptionally(e);
            } else {
                group.forEach(this::alone);
            }
            return;
        }
        group.forEach(waiting -> waiting.safe.run());
        try {
            journal.toDisk();
        } catch (IOException e) {
            broken = Optional.of(new SQLException("the disk takes no more: " + e.getMessage(), e));
            group.forEach(waiting -> lost(waiting, e));
            return;
        }
        after.forEach(Runnable::run);
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        synchronized (queue) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(stop);
        }
        Threads.join(thread);
        journal.close();
    }
}
