package dev.lectern.adapters.wire;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * One connection that carries one request after another. Belongs to the thread that took it. A channel and not a socket, as that reads
 * straight into where an answer lands: there is no moment in which it has left the kernel and a kill could still lose it.
 */
final class HttpConnection implements AutoCloseable {
    /** Of what is written at once a copy outside the heap is made, and kept. */
    private static final int WRITTEN_AT_ONCE = 64 * 1024;

    private static final long FRESH = 1_000_000_000L;
    private static final long OLD = 30_000_000_000L;

    private final SocketChannel channel;
    private final HttpReader reader = new HttpReader(this::read);
    private volatile long idleSince = System.nanoTime();

    HttpConnection(SocketChannel channel) {
        this.channel = channel;
    }

    /** Whether it can carry another request. */
    boolean lasts() {
        return reader.lasts() && channel.isOpen();
    }

    void rest() {
        idleSince = System.nanoTime();
    }

    /** Whether it rested so long that a server or something between has hardly kept it. */
    boolean isOld() {
        return System.nanoTime() - idleSince > OLD;
    }

    /** Looks after the other end, if it had time to go. Servers close what idles for some seconds. */
    boolean isAlive() {
        if (isOld()) {
            return false;
        } else if (System.nanoTime() - idleSince < FRESH) {
            return true;
        }
        try {
            channel.configureBlocking(false);
            // Else the end, or words that nobody asked for.
            boolean quiet = channel.read(ByteBuffer.allocate(1)) == 0;
            channel.configureBlocking(true);
            return quiet;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws HttpTimeoutException if the answer takes longer than that */
    HttpAnswer ask(byte[] request, Intake intake, Deadline deadline) throws IOException {
        try (Alarm alarm = new Alarm(deadline, this::close)) {
            try {
                write(ByteBuffer.wrap(request));
                return reader.read(intake, deadline);
            } catch (IOException e) {
                throw alarm.rang() ? late(e) : e;
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private void write(ByteBuffer request) throws IOException {
        while (request.hasRemaining()) {
            int length = Math.min(WRITTEN_AT_ONCE, request.remaining());
            int written = channel.write(request.slice(request.position(), length));
            request.position(request.position() + written);
        }
    }

    private int read(ByteBuffer room, Deadline deadline) throws IOException {
        return channel.read(room);
    }

    private static HttpTimeoutException late(IOException cause) {
        HttpTimeoutException late = new HttpTimeoutException("no answer in time");
        late.initCause(cause);
        return late;
    }
}
