package dev.lectern.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Rows of a file of little-endian floats, mapped in parts of whole rows: the system keeps in memory what is read often. */
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

    static FiledRows open(Path file, int dimensions) {
        if (dimensions < 1) {
            throw new IllegalArgumentException("rows of " + dimensions + " numbers");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long rowBytes = (long) dimensions * Float.BYTES;
            if (Files.size(file) % rowBytes > 0) {
                throw new IllegalArgumentException(file + " doesn't hold whole rows of " + dimensions + " floats");
            }
            int size = Math.toIntExact(Files.size(file) / rowBytes);
            int rowsInPart = (int) (PART / rowBytes);
            FloatBuffer[] parts = new FloatBuffer[(size + rowsInPart - 1) / rowsInPart];
            for (int part = 0; part < parts.length; part++) {
                int rows = Math.min(rowsInPart, size - part * rowsInPart);
                parts[part] = channel.map(MapMode.READ_ONLY, (long) part * rowsInPart * rowBytes, rows * rowBytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
            }
            return new FiledRows(parts, rowsInPart, size, dimensions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
