package dev.lectern.adapters.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The journal of the store's file. A commit outlives {@code kill -9} at once, and a power cut once its journal is on disk. */
final class Journal implements AutoCloseable {
    private final FileChannel channel;

    /** @param file the store; its journal must be there already */
    Journal(Path file) {
        try {
            channel = FileChannel.open(
                    file.resolveSibling(file.getFileName() + "-wal"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of the store of replies cannot be opened", e);
        }
    }

    /** Brings to disk what was committed. */
    void toDisk() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal of the store of replies cannot be closed", e);
        }
    }
}
