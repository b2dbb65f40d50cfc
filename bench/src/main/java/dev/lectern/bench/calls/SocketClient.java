package dev.lectern.bench.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sockets and nothing else, in one thread: what the server can do. Takes a reply for whole once its announced length has come. */
final class SocketClient implements Load {
    private static final String LENGTH = "content-length: ";

    private final Questions questions = new Questions();
    private final ByteBuffer shared = ByteBuffer.allocate(1 << 16);
    private int asked;
    private int answered;

    /** What is still to come on a connection. */
    private static final class Waiting {
        private int left;
    }

    @Override
    public Answers run(String baseUrl, int calls, int inFlight) throws IOException {
        URI address = URI.create(baseUrl);
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < Math.min(calls, inFlight); i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
                ask(channel, address);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new Waiting());
            }
            while (answered < calls) {
                selector.select(key -> read(key, address, calls));
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
        return new Answers(answered, "", inFlight);
    }

    private void read(SelectionKey key, URI address, int calls) {
        SocketChannel channel = (SocketChannel) key.channel();
        Waiting waiting = (Waiting) key.attachment();
        try {
            shared.clear();
            int count = channel.read(shared);
            if (count < 0) {
                throw new IOException("the server hung up");
            }
            waiting.left = waiting.left == 0 ? length(shared.flip()) - count : waiting.left - count;
            if (waiting.left == 0) {
                answered++;
                if (asked < calls) {
                    ask(channel, address);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(SocketChannel channel, URI address) throws IOException {
        byte[] body = questions.body(asked++);
        byte[] head = ("POST " + address.getPath() + "/chat/completions HTTP/1.1\r\nHost: " + address.getAuthority()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer whole = ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .flip();
        while (whole.hasRemaining()) {
            channel.write(whole);
        }
    }

    /** Of the whole reply, by its head, which is taken to have come in one piece. */
    private static int length(ByteBuffer reply) {
        String head = StandardCharsets.ISO_8859_1.decode(reply.duplicate()).toString();
        int end = head.indexOf("\r\n\r\n") + 4;
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH) + LENGTH.length();
        return end + Integer.parseInt(head.substring(at, head.indexOf("\r\n", at)));
    }
}
