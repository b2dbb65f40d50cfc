package dev.lectern.adapters.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Plain HTTP over blocking channels, for servers on one's own machines: several times cheaper than the JDK's client where virtual threads
 * do the waiting. No TLS and no proxies; those are {@link JdkWire}'s. One per host, whose connections it keeps for the next call.
 */
final class SocketWire implements Wire {
    private final Duration connect;
    private final Deque<HttpConnection> idle = new ConcurrentLinkedDeque<>();

    SocketWire(Duration connect) {
        this.connect = connect;
    }

    @Override
    public HttpAnswer send(HttpCall call, Intake intake, Duration timeout) throws IOException, InterruptedException {
        Deadline deadline = new Deadline(timeout);
        HttpConnection connection = connection(call.uri());
        try {
            HttpAnswer answer = connection.ask(bytes(call), intake, deadline);
            if (connection.lasts()) {
                connection.rest();
                idle.addFirst(connection);
                closeOneThatRestedTooLong();
            } else {
                connection.close();
            }
            return answer;
        } catch (IOException | RuntimeException e) {
            connection.close();
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            throw e;
        }
    }

    /** What a burst left lies at the bottom, where nobody takes it; one for each call that ends is fast enough. */
    private void closeOneThatRestedTooLong() {
        HttpConnection oldest = idle.peekLast();
        if (oldest != null && oldest.isOld() && idle.removeLastOccurrence(oldest)) {
            oldest.close();
        }
    }

    private HttpConnection connection(URI uri) throws IOException, InterruptedException {
        for (HttpConnection used = idle.pollFirst(); used != null; used = idle.pollFirst()) {
            if (used.isAlive()) {
                return used;
            }
            used.close();
        }
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        Optional<IOException> last = Optional.empty();
        for (InetAddress address : InetAddress.getAllByName(host(uri))) {
            try {
                return connected(new InetSocketAddress(address, port));
            } catch (InterruptedIOException e) {
                last = Optional.of(timedOut(e));
            } catch (IOException e) {
                last = Optional.of(e);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        throw last.orElseGet(() -> new ConnectException("no address"));
    }

    private HttpConnection connected(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(address, (int) connect.toMillis());
            return new HttpConnection(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static IOException timedOut(InterruptedIOException e) {
        return e instanceof SocketTimeoutException ? new HttpConnectTimeoutException("no connection in time") : e;
    }

    private static String host(URI uri) {
        return Optional.ofNullable(uri.getHost()).orElse("");
    }

    static byte[] bytes(HttpCall call) {
        String path = call.uri().getRawPath() == null || call.uri().getRawPath().isEmpty()
                ? "/"
                : call.uri().getRawPath();
        StringBuilder head = new StringBuilder(256)
                .append(call.method())
                .append(' ')
                .append(path)
                .append(call.uri().getRawQuery() == null ? "" : "?" + call.uri().getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(call.uri().getRawAuthority())
                .append("\r\nUser-Agent: lectern\r\nContent-Length: ")
                .append(call.body().length)
                .append("\r\n");
        call.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream all = new ByteArrayOutputStream(first.length + call.body().length);
        all.writeBytes(first);
        all.writeBytes(call.body());
        return all.toByteArray();
    }
}
