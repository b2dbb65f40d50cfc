package dev.lectern.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lines put aside in whatever order they come, to be fetched by place. Safe for many threads. */
final class Spool implements AutoCloseable {
    private final FileChannel channel;
    private long end;

    /** Where a line stands, its line end left out. */
    record Place(long at, int length) {}

    Spool(Path file) throws IOException {
        channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.READ);
    }

    Place put(String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Place place;
        synchronized (this) {
            place = new Place(end, bytes.length);
            end += bytes.length;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (long at = place.at; buffer.hasRemaining(); ) {
            at += channel.write(buffer, at);
        }
        return place;
    }

    byte[] get(Place place) throws IOException {
        return read(channel, place);
    }

    static byte[] read(FileChannel channel, Place place) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(place.length);
        for (long at = place.at; buffer.hasRemaining(); ) {
            int n = channel.read(buffer, at);
            if (n < 0) {
                throw new IOException("the file ends before byte " + (place.at + place.length));
            }
            at += n;
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
