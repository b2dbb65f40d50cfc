package dev.lectern.learn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Rows of a file that {@link RowsWriter} wrote, mapped in parts of whole rows: the system keeps in memory what is read often. */
final class FiledRows implements Rows {
    /** The most bytes of one part: a map can't be larger than 2 GiB. */
    private static final long PART = 1L << 30;

    private final FloatBuffer[] parts;
    private final int rowsInPart;
    private final int size;
    private final int dimensions;

    private FiledRows(FloatBuffer[] parts, int rowsInPart, int size, int dimensions) {
        this.parts = parts;
        this.rowsInPart = rowsInPart;
        this.size = size;
        this.dimensions = dimensions;
    }

    /** Empty unless the file is there, whole, and was made of what the key says. */
    static Optional<Rows> open(Path file, String key) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Optional<RowsHead> head =
                    RowsHead.read(channel).filter(found -> found.key().equals(key));
            return head.isPresent() ? mapped(channel, head.get()) : Optional.empty();
        }
    }

    private static Optional<Rows> mapped(FileChannel channel, RowsHead head) throws IOException {
        int dimensions = head.dimensions();
        if (dimensions == 0) {
            return Optional.of(new HeldRows(new float[0], 0));
        }
        long rowBytes = (long) dimensions * Float.BYTES;
        int rowsInPart = (int) (PART / rowBytes);
        FloatBuffer[] parts = new FloatBuffer[(head.rows() + rowsInPart - 1) / rowsInPart];
        CRC32C sum = new CRC32C();
        for (int part = 0; part < parts.length; part++) {
            long first = (long) part * rowsInPart;
            long rows = Math.min(rowsInPart, head.rows() - first);
            ByteBuffer bytes = channel.map(MapMode.READ_ONLY, RowsHead.BYTES + first * rowBytes, rows * rowBytes);
            sum.update(bytes.duplicate());
            parts[part] = bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        }
        Rows filed = new FiledRows(parts, rowsInPart, head.rows(), dimensions);
        if (sum.getValue() != head.sum()) {
            return Optional.empty();
        }
        return Optional.of(HeldRows.few(head.rows(), dimensions) ? HeldRows.of(filed) : filed);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public void copy(int first, int count, float[] into, int at) {
        for (int row = first, end = first + count; row < end; ) {
            int inPart = row % rowsInPart;
            int rows = Math.min(end - row, rowsInPart - inPart);
            parts[row / rowsInPart].get(inPart * dimensions, into, at + (row - first) * dimensions, rows * dimensions);
            row += rows;
        }
    }
}
