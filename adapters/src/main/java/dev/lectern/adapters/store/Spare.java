package dev.lectern.adapters.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Room put by beside the store for the moment when the disk is full: replies that are on their way then were bought already. Given back
 * to the disk when it is needed, or when the store is closed.
 */
final class Spare implements AutoCloseable {
    /** Enough for the replies that a thousand calls in flight bring. */
    private static final int BYTES = 8 << 20;

    private final Path file;

    private Spare(Path file) {
        this.file = file;
    }

    /** Puts room by, if the disk has it; a disk that has less than that left is as good as full. */
    static Spare beside(Path store) {
        Path file = store.resolveSibling(store.getFileName() + "-spare");
        Spare spare = new Spare(file);
        try {
            if (!Files.exists(file) || Files.size(file) < BYTES) {
                byte[] some = new byte[1 << 16];
                try (OutputStream out = Files.newOutputStream(file)) {
                    for (int i = 0; i < BYTES; i += some.length) {
                        out.write(some);
                    }
                }
            }
        } catch (IOException e) {
            spare.close();
        }
        return spare;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A file of noughts left behind is taken up by the next run.
        }
    }
}
