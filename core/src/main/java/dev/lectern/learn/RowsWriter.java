package dev.lectern.learn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes rows to a file for {@link Rows#mapped}: little-endian floats, one row after the other, nothing else. For one thread. */
public final class RowsWriter implements AutoCloseable {
    private final FileChannel channel;
    private final int dimensions;
    private final ByteBuffer waiting;

    public RowsWriter(Path file, int dimensions) throws IOException {
        this.dimensions = dimensions;
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        int rowBytes = dimensions * Float.BYTES;
        waiting = ByteBuffer.allocateDirect(Math.max(1, (1 << 20) / rowBytes) * rowBytes)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    public void add(float[] row) throws IOException {
        if (row.length != dimensions) {
            throw new IllegalArgumentException("a vector of " + row.length + " numbers among rows of " + dimensions);
        }
        if (!waiting.hasRemaining()) {
            flush();
        }
        waiting.asFloatBuffer().put(row);
        waiting.position(waiting.position() + dimensions * Float.BYTES);
    }

    private void flush() throws IOException {
        waiting.flip();
        while (waiting.hasRemaining()) {
            channel.write(waiting);
        }
        waiting.clear();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }
}
