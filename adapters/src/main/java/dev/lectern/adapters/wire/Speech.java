package dev.lectern.adapters.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * Whether a server speaks TLS or plain HTTP, found out within seconds by a word in each. For an address that begins with the wrong one of
 * {@code http} and {@code https}: a server that waits for the end of a line which never comes looks like one that is slow.
 */
public enum Speech {
    PLAIN,
    TLS,
    /** Nobody is there, or it says nothing that would tell. */
    UNKNOWN;

    private static final int PATIENCE_MILLIS = 3_000;

    /** Records of TLS begin with their kind: an alert or a step of the handshake. */
    private static final int ALERT = 0x15;

    private static final int HANDSHAKE = 0x16;

    /** @param address which server; its scheme is tried first. A proxy on the way is not gone through */
    public static Speech of(URI address) {
        return of(address, PATIENCE_MILLIS);
    }

    /** @param patience in milliseconds, for each word */
    static Speech of(URI address, int patience) {
        boolean safe = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : safe ? 443 : 80;
        // An empty name would be this machine's own.
        String host = Optional.ofNullable(address.getHost()).orElse("");
        if (host.isEmpty()) {
            return UNKNOWN;
        }
        InetSocketAddress server = new InetSocketAddress(host, port);
        Speech first = answer(server, safe ? hello(host, port) : request(host), patience);
        return first == UNKNOWN ? answer(server, safe ? request(host) : hello(host, port), patience) : first;
    }

    private static Speech answer(InetSocketAddress server, byte[] word, int patience) {
        try (Socket socket = new Socket()) {
            socket.connect(server, patience);
            socket.setSoTimeout(patience);
            socket.getOutputStream().write(word);
            return answer(socket.getInputStream(), word[0] == HANDSHAKE);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** @param toTls whether the word was one of TLS: servers of TLS answer one that is not with 400, in plain HTTP */
    private static Speech answer(InputStream in, boolean toTls) throws IOException {
        int first = in.read();
        if (first == ALERT || first == HANDSHAKE) {
            return TLS;
        } else if (first != 'H') {
            return UNKNOWN;
        }
        String rest = new String(in.readNBytes("TTP/1.1 400".length()), StandardCharsets.US_ASCII);
        return toTls || !rest.endsWith(" 400") ? PLAIN : UNKNOWN;
    }

    private static byte[] request(String host) {
        return ("GET / HTTP/1.1\r\nHost: " + host.toLowerCase(Locale.ROOT) + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What a client of TLS says first. */
    private static byte[] hello(String host, int port) {
        try {
            SSLEngine client = SSLContext.getDefault().createSSLEngine(host, port);
            client.setUseClientMode(true);
            ByteBuffer hello = ByteBuffer.allocate(client.getSession().getPacketBufferSize());
            client.wrap(ByteBuffer.allocate(0), hello);
            byte[] bytes = new byte[hello.flip().remaining()];
            hello.get(bytes);
            return bytes;
        } catch (NoSuchAlgorithmException | SSLException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }
}
