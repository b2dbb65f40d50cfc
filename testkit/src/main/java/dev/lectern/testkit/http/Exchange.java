package dev.lectern.testkit.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answering of one request: at once or later, as a whole or in pieces, to its end or not. For the server's thread. */
public final class Exchange {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Connection connection;
    private final Alarms alarms;
    private final Runnable whenAnswered;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Exchange(Connection connection, Alarms alarms, Runnable whenAnswered) {
        this.connection = connection;
        this.alarms = alarms;
        this.whenAnswered = whenAnswered;
    }

    /** Does something later. What it throws ends the connection and is printed, so that a test shows why. */
    public void after(Duration pause, Runnable action) {
        if (pause.isZero()) {
            run(action);
        } else {
            alarms.set(pause.toNanos(), () -> run(action));
        }
    }

    private void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            Thread.currentThread().getThreadGroup().uncaughtException(Thread.currentThread(), e);
            drop();
        }
    }

    /**
     * Does something, once, if the client is gone before it has read the whole answer. Whoever is killed resets its connections that hold
     * unread bytes, so this is exact on loopback; a connection that {@link #drop} ends doesn't count.
     */
    public void ifUntaken(Runnable action) {
        connection.ifUntaken(action);
    }

    /** Whether the client is still there. */
    public boolean isOpen() {
        return connection.isOpen();
    }

    /** A header for the reply to come. */
    public Exchange header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Answers with a whole reply. */
    public void send(int status, String type, byte[] body) {
        connection.write(whole(status, type, body));
        answered();
    }

    /** Begins a whole reply and breaks the connection after so many bytes of its body. */
    public void sendCut(int status, String type, byte[] body, int bytes) {
        ByteBuffer whole = whole(status, type, body);
        connection.write(whole.limit(whole.limit() - body.length + bytes));
        connection.end();
    }

    /** Begins a whole reply, of which {@link #piece} brings the body. */
    public void begin(int status, String type, int length) {
        connection.write(head(status, type, "Content-Length: " + length));
    }

    public void piece(byte[] bytes, int from, int to) {
        connection.write(ByteBuffer.wrap(bytes, from, to - from));
    }

    /** Begins a reply in chunks: a stream of events. */
    public void beginChunks(int status, String type) {
        connection.write(head(status, type, "Transfer-Encoding: chunked"));
    }

    public void chunk(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer chunk = ByteBuffer.allocate(size.length + bytes.length + 2);
        connection.write(
                chunk.put(size).put(bytes).put((byte) '\r').put((byte) '\n').flip());
    }

    public void lastChunk() {
        connection.write(ByteBuffer.wrap(LAST_CHUNK));
        answered();
    }

    /** The reply is out; the next request may come. */
    public void answered() {
        connection.answered();
        whenAnswered.run();
    }

    /** Ends the connection, whatever was said so far. */
    public void drop() {
        connection.end();
    }

    private ByteBuffer whole(int status, String type, byte[] body) {
        ByteBuffer head = head(status, type, "Content-Length: " + body.length);
        return ByteBuffer.allocate(head.remaining() + body.length)
                .put(head)
                .put(body)
                .flip();
    }

    private ByteBuffer head(int status, String type, String length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" so\r\nContent-Type: ");
        head.append(type).append("\r\n").append(length).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return ByteBuffer.wrap(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
