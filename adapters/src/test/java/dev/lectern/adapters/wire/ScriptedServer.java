package dev.lectern.adapters.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers one request after another with the bytes it was told, and keeps what it was asked. An answer marked as the last ends its connection. */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listening;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** @param forEver said again and again until the other end goes; empty text for an answer that ends */
    private record Answer(String bytes, boolean last, String forEver) {}

    public ScriptedServer() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    public String base() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** A status and a JSON body. */
    public ScriptedServer says(int status, String body, String... headers) {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return bytes("HTTP/1.1 " + status + " Said\r\nContent-Type: application/json\r\n" + lines + "Content-Length: "
                + length + "\r\n\r\n" + body);
    }

    public ScriptedServer bytes(String bytes) {
        answers.add(new Answer(bytes, false, ""));
        return this;
    }

    /** These, and then the connection ends. */
    public ScriptedServer last(String bytes) {
        answers.add(new Answer(bytes, true, ""));
        return this;
    }

    /** A beginning, and then the same every few milliseconds, until nobody listens. */
    public ScriptedServer endless(String beginning, String again) {
        answers.add(new Answer(beginning, true, again));
        return this;
    }

    /** Requests with their heads, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (; ; ) {
                String request = request(in);
                if (request.isEmpty()) {
                    return;
                }
                asked.add(request);
                Answer answer = answers.take();
                socket.getOutputStream().write(answer.bytes().getBytes(StandardCharsets.UTF_8));
                while (!answer.forEver().isEmpty()) {
                    socket.getOutputStream().write(answer.forEver().getBytes(StandardCharsets.UTF_8));
                    Thread.sleep(20);
                }
                if (answer.last()) {
                    return;
                }
            }
        } catch (IOException e) {
            // The other end went: tests of that look at their own end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        int length = head.toString()
                .toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(
                        line.substring("content-length:".length()).strip()))
                .findFirst()
                .orElse(0);
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
