package dev.lectern.learn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Writes rows to a file for {@link Rows#mapped}. The file appears whole with {@link #finish} or not at all: until then it lies aside, and
 * is deleted if the writer is closed before. For one thread.
 */
public final class RowsWriter implements AutoCloseable {
    private static final int AT_A_TIME = 1 << 20;

    private final Path file;
    private final Path aside;
    private final String key;
    private final FileChannel channel;
    private final CRC32C sum = new CRC32C();
    private ByteBuffer waiting = ByteBuffer.allocate(0);
    private int dimensions;
    private int rows;

    /** @param key what the rows are made of, a word: the file is found under no other */
    public RowsWriter(Path file, String key) throws IOException {
        this.file = file;
        this.key = key;
        aside = file.resolveSibling(file.getFileName() + ".part");
        channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        channel.position(RowsHead.BYTES);
    }

    /** The first row says how long all are. */
    public void add(float[] row) throws IOException {
        if (rows == 0) {
            dimensions = row.length;
            int rowBytes = Math.max(1, dimensions) * Float.BYTES;
            waiting = ByteBuffer.allocateDirect(Math.max(1, AT_A_TIME / rowBytes) * rowBytes)
                    .order(ByteOrder.LITTLE_ENDIAN);
        } else if (row.length != dimensions) {
            throw new IllegalArgumentException("a vector of " + row.length + " numbers among rows of " + dimensions);
        }
        if (!waiting.hasRemaining()) {
            flush();
        }
        waiting.asFloatBuffer().put(row);
        waiting.position(waiting.position() + dimensions * Float.BYTES);
        rows = Math.incrementExact(rows);
    }

    private void flush() throws IOException {
        waiting.flip();
        sum.update(waiting.duplicate());
        write(waiting);
        waiting.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** All rows were added: from now on the file is found. */
    public void finish() throws IOException {
        flush();
        channel.position(0);
        write(ByteBuffer.wrap(new RowsHead(dimensions, rows, sum.getValue(), key).bytes()));
        channel.force(true);
        channel.close();
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(aside);
    }
}
