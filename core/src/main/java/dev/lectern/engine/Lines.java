package dev.lectern.engine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of lines that arrive in any order and are read in the order of their keys. Memory holds a key and a place per line,
 * never the lines. Adding is safe for many threads; reading begins after {@link #seal}.
 */
final class Lines implements AutoCloseable {
    private record Place(String key, long offset, int length) {}

    private final Path file;
    private final OutputStream out;
    private final boolean seen;
    private final List<Place> places = new ArrayList<>();
    private long offset;
    private boolean sealed;

    Lines(Path file) {
        this(file, false);
    }

    /** @param seen whether each line can be read by others as soon as it is added; for files of few lines */
    Lines(Path file, boolean seen) {
        this.file = file;
        this.seen = seen;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(String key, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        synchronized (this) {
            try {
                out.write(bytes);
                out.write('\n');
                if (seen) {
                    out.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
            places.add(new Place(key, offset, bytes.length));
            offset += bytes.length + 1;
        }
    }

    synchronized int size() {
        return places.size();
    }

    synchronized Lines seal() {
        if (!sealed) {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
            places.sort(Comparator.comparing(Place::key));
            sealed = true;
        }
        return this;
    }

    /** The lines in the order of their keys; close the stream. */
    Stream<String> sorted() {
        seal();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return places.stream().map(place -> read(channel, place)).onClose(() -> close(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(FileChannel channel, Place place) {
        ByteBuffer buffer = ByteBuffer.allocate(place.length);
        try {
            while (buffer.hasRemaining() && channel.read(buffer, place.offset + buffer.position()) >= 0) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(buffer.array(), StandardCharsets.UTF_8);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws the file away. */
    @Override
    public void close() {
        seal();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
