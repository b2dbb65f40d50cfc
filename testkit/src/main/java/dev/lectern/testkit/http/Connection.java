package dev.lectern.testkit.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** One client's connection: reads requests one after another, writes what it is given. For the server's thread. */
final class Connection {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final RequestReader reader = new RequestReader();
    private final Queue<ByteBuffer> outgoing = new ArrayDeque<>();
    private Runnable ifUntaken = Connection::nothing;
    private boolean answering;
    private boolean ending;
    private boolean ended;

    Connection(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    /** @return a request that is to be answered now, if one is there and none is being answered */
    Optional<Request> next() {
        Optional<Request> request = answering || ending ? Optional.empty() : reader.next();
        if (request.isPresent()) {
            // Who asks again has taken what was answered before.
            ifUntaken = Connection::nothing;
            answering = true;
        }
        return request;
    }

    /** @param shared room to read into, the same for all connections */
    void read(ByteBuffer shared) throws IOException {
        shared.clear();
        int count = channel.read(shared);
        if (count >= 0) {
            reader.add(shared.flip());
        } else if (answering) {
            lost();
        } else {
            ended = true;
            key.interestOps(0);
        }
    }

    /** Whether the client has closed its end, and it is yet to be {@link #settle settled} whether it has read all. */
    boolean isEnded() {
        return ended;
    }

    /** Some time after the client closed its end: what it left unread has made its kernel reset the connection by now. */
    void settle() {
        if (leftInPeace()) {
            close();
        } else {
            lost();
        }
    }

    /** Once a connection is reset nothing can be written any more. */
    private boolean leftInPeace() {
        try {
            channel.write(ByteBuffer.allocate(1));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void write(ByteBuffer bytes) {
        outgoing.add(bytes);
        flush();
    }

    /** @param action what to do if the client is gone before it has read the answer to come */
    void ifUntaken(Runnable action) {
        ifUntaken = action;
    }

    void answered() {
        answering = false;
    }

    /** Ends the connection once everything is written. */
    void end() {
        ending = true;
        flush();
    }

    void flush() {
        try {
            while (!outgoing.isEmpty() && channel.isOpen()) {
                channel.write(outgoing.element());
                if (outgoing.element().hasRemaining()) {
                    key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                    return;
                }
                outgoing.remove();
            }
            if (ending) {
                close();
            } else if (key.isValid() && key.interestOps() != SelectionKey.OP_READ) {
                key.interestOps(SelectionKey.OP_READ);
            }
        } catch (IOException e) {
            // The client is gone: it gave up waiting, or was killed.
            lost();
        }
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** The client is gone without the answer. */
    void lost() {
        if (!ending) {
            ifUntaken.run();
        }
        close();
    }

    void close() {
        ifUntaken = Connection::nothing;
        outgoing.clear();
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // Closed all the same.
        }
    }

    private static void nothing() {}
}
