package dev.lectern.adapters.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;

/** One connection that carries one request after another. Belongs to the thread that took it. */
final class HttpConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final HttpReader reader = new HttpReader(this::read);
    private long idleSince = System.nanoTime();

    HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** Whether it can carry another request. */
    boolean lasts() {
        return reader.lasts();
    }

    void rest() {
        idleSince = System.nanoTime();
    }

    /** Looks after the other end, if it had time to go. Servers close what idles for some seconds. */
    boolean isAlive() {
        long idle = System.nanoTime() - idleSince;
        if (idle < 1_000_000_000L) {
            return true;
        } else if (idle > 30_000_000_000L) {
            return false;
        }
        try {
            socket.setSoTimeout(1);
            // The end, or words that nobody asked for.
            in.read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void write(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
    }

    HttpAnswer read(Intake intake, Deadline deadline) throws IOException {
        return reader.read(intake, deadline);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private int read(byte[] buffer, Deadline deadline) throws IOException {
        socket.setSoTimeout(deadline.millisLeft());
        try {
            return in.read(buffer, 0, buffer.length);
        } catch (SocketTimeoutException e) {
            HttpTimeoutException late = new HttpTimeoutException("no answer in time");
            late.initCause(e);
            throw late;
        }
    }
}
