package dev.lectern.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/** Listens on loopback and hands each request to one handler, all in one thread. The handler must not wait: {@link Exchange#after} does. */
public final class LoopServer implements AutoCloseable {
    private static final int BACKLOG = 4096;
    private static final int READ_AT_ONCE = 1 << 16;

    /** A client that closes may say so a moment before its kernel resets what it had not read. */
    private static final long GRACE_NANOS = 100_000_000;

    private final BiConsumer<Request, Exchange> handler;
    private final ServerSocketChannel listening;
    private final Selector selector;
    private final Thread thread = new Thread(this::serve, "loop-server");
    private final Alarms alarms = new Alarms();
    private final ByteBuffer shared = ByteBuffer.allocate(READ_AT_ONCE);
    private final Queue<Runnable> toDo = new ConcurrentLinkedQueue<>();
    private final int port;

    private LoopServer(int port, BiConsumer<Request, Exchange> handler) throws IOException {
        this.handler = handler;
        selector = Selector.open();
        listening = ServerSocketChannel.open();
        listening.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        listening.configureBlocking(false);
        listening.register(selector, SelectionKey.OP_ACCEPT);
        this.port = ((InetSocketAddress) listening.getLocalAddress()).getPort();
        thread.setDaemon(true);
    }

    /** @param port 0 for any that is free */
    public static LoopServer start(int port, BiConsumer<Request, Exchange> handler) {
        try {
            LoopServer server = new LoopServer(port, handler);
            server.thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the server", e);
        }
    }

    public int port() {
        return port;
    }

    /** Has the server's thread do something soon, before any request that comes after. */
    public void execute(Runnable action) {
        toDo.add(action);
        selector.wakeup();
    }

    /** Nobody is answered any more, and nobody is listening when this returns. */
    @Override
    public void close() {
        try {
            listening.close();
            selector.wakeup();
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try (selector) {
            while (listening.isOpen()) {
                doAll();
                long wait = alarms.untilNext();
                if (wait < 0) {
                    selector.select(this::ready);
                } else if (wait == 0) {
                    selector.selectNow(this::ready);
                } else {
                    selector.select(this::ready, wait);
                }
                alarms.ring();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void doAll() {
        for (Runnable next = toDo.poll(); next != null; next = toDo.poll()) {
            next.run();
        }
    }

    private void ready(SelectionKey key) {
        doAll();
        try {
            if (!key.isValid()) {
                return;
            } else if (key.isAcceptable()) {
                accept();
                return;
            }
            Connection connection = (Connection) key.attachment();
            if (key.isWritable()) {
                connection.flush();
            }
            if (key.isValid() && key.isReadable()) {
                connection.read(shared);
                if (connection.isEnded()) {
                    alarms.set(GRACE_NANOS, connection::settle);
                } else {
                    answerNext(connection);
                }
            }
        } catch (IOException e) {
            // The client broke its connection off; there is nobody to tell.
            if (key.attachment() instanceof Connection connection) {
                connection.lost();
            }
        }
    }

    private void accept() throws IOException {
        for (; ; ) {
            SocketChannel channel = listening.accept();
            if (channel == null) {
                return;
            }
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            key.attach(new Connection(channel, key));
        }
    }

    private void answerNext(Connection connection) {
        Optional<Request> request = connection.next();
        if (request.isPresent()) {
            Exchange exchange = new Exchange(connection, alarms, () -> answerNext(connection));
            exchange.after(Duration.ZERO, () -> handler.accept(request.get(), exchange));
        }
    }
}
