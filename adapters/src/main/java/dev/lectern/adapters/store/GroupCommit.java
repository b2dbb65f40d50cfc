package dev.lectern.adapters.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writes at a time, for all: whoever brings a change while nobody writes commits all that waits, and whoever comes meanwhile leaves
 * theirs to them. No thread has to be woken first, which on busy processors takes ten times as long as the commit, and until then a kill
 * would lose what has arrived. Each change returns when its commit is on disk ({@link DiskSync}). If a commit fails, each of its changes
 * is tried once more alone: what can be kept is kept.
 */
final class GroupCommit implements AutoCloseable {
    static final String CLOSED = "the store of replies is closed";
    private static final int MOST_PER_COMMIT = 1024;

    /** So many commits on their way to the disk mean that replies come fast: then others had better add theirs before the next. */
    private static final int FAST = 4;

    private final StoreWriter writer;
    private final DiskSync sync;
    private final Runnable makeRoom;
    private final Queue<Waiting<?>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Optional<SQLException> broken = Optional.empty();
    private volatile boolean closed;

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
    GroupCommit(StoreWriter writer, DiskSync sync, Runnable makeRoom) {
        this.writer = writer;
        this.sync = sync;
        this.makeRoom = makeRoom;
    }

    /**
     * Makes a change, durable on return.
     *
     * @param safe run once it is committed, and so outlives the program
     * @throws UncheckedIOException if it can't be kept
     */
    <T> T make(Change<T> change, Runnable safe) {
        Waiting<T> waiting = new Waiting<>(change, safe);
        queue.add(waiting);
        writeUnlessOneDoes();
        try {
            return waiting.done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException broke) {
                throw broke;
            } else if (e.getCause() instanceof IllegalStateException late) {
                throw late;
            }
            throw e;
        }
    }

    /** Why replies can't be kept any more, since a commit failed. */
    Optional<SQLException> broken() {
        return broken;
    }

    private void writeUnlessOneDoes() {
        // Looked at again after each unlocking: a change may have come that its bringer left to us.
        while (!queue.isEmpty() && writing.tryLock()) {
            try {
                write();
            } finally {
                writing.unlock();
            }
        }
    }

    private void write() {
        if (sync.waiting() > FAST) {
            letOthersAdd();
        }
        List<Waiting<?>> group = new ArrayList<>();
        while (group.size() < MOST_PER_COMMIT && !queue.isEmpty()) {
            group.add(queue.remove());
        }
        if (closed) {
            IllegalStateException late = new IllegalStateException(CLOSED);
            group.forEach(waiting -> waiting.done.completeExceptionally(late));
            return;
        }
        try {
            commit(group);
        } catch (SQLException e) {
            broken = Optional.of(e);
            rescue(group);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // Nothing rests on it: where nobody comes, a commit is smaller.
    private static void letOthersAdd() {
        Thread.yield();
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
        try {
            List<Runnable> after = new ArrayList<>(group.size());
            writer.begin();
            for (Waiting<?> waiting : group) {
                after.add(waiting.make(writer));
            }
            writer.commit();
            group.forEach(waiting -> waiting.safe.run());
            sync.after(() -> after.forEach(Runnable::run), e -> {
                broken = Optional.of(new SQLException("the disk takes no more: " + e.getMessage(), e));
                group.forEach(waiting -> lost(waiting, e));
            });
        } catch (SQLException e) {
            writer.rollback();
            throw e;
        } catch (RuntimeException e) {
            // A bug, or damage found while writing: whoever waits must hear of it, and the others go on.
            writer.rollback();
            group.forEach(w -> w.done.completeExceptionally(e));
        }
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        writing.lock();
        try {
            while (!closed && !queue.isEmpty()) {
                write();
            }
            closed = true;
        } finally {
            writing.unlock();
        }
        sync.close();
    }
}
