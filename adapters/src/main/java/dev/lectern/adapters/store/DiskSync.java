package dev.lectern.adapters.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings to disk what was committed. A commit outlives {@code kill -9} at once, and a power cut after a sync of the journal: on a thread of
 * its own, so that commits don't wait for the disk, and one sync serves all commits since the last.
 */
final class DiskSync implements AutoCloseable {
    private final FileChannel journal;
    private final Thread thread;
    private List<Commit> waiting = new ArrayList<>();
    private boolean closed;

    private record Commit(Runnable kept, Consumer<IOException> lost) {}

    /** @param file the store; its journal must be there already */
    DiskSync(Path file) {
        try {
            journal = FileChannel.open(
                    file.resolveSibling(file.getFileName() + "-wal"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of the store of replies cannot be opened", e);
        }
        thread = Thread.ofPlatform().name("reply-store-sync").daemon().start(this::sync);
    }

    /**
     * A commit was made.
     *
     * @param kept run when it is on disk
     * @param lost told if it can't be brought there
     */
    synchronized void after(Runnable kept, Consumer<IOException> lost) {
        waiting.add(new Commit(kept, lost));
        notifyAll();
    }

    /** How many commits wait for the next sync. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void sync() {
        for (List<Commit> commits = next(); !commits.isEmpty(); commits = next()) {
            try {
                journal.force(false);
                commits.forEach(commit -> commit.kept.run());
            } catch (IOException e) {
                commits.forEach(commit -> commit.lost.accept(e));
            }
        }
    }

    /** All commits that wait; none once it is closed. */
    private synchronized List<Commit> next() {
        while (waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Nobody of ours interrupts this thread; what waits must still come to disk.
            }
        }
        List<Commit> all = waiting;
        waiting = new ArrayList<>();
        return all;
    }

    /** Brings to disk what waits, and ends. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        Threads.join(thread);
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of the store of replies cannot be closed", e);
        }
    }
}
