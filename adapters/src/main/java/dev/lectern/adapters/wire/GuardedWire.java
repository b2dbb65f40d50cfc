package dev.lectern.adapters.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A way to servers that strangers name. A name is looked up once, what it stands for is checked, and the connection goes to that very
 * address, so that no name can mean another one meanwhile. Every call has a connection of its own.
 */
public final class GuardedWire implements Wire {
    private final Predicate<InetAddress> allowed;

    /** The name stands for an address that may not be reached. */
    public static final class ForbiddenAddressException extends IOException {
        private static final long serialVersionUID = 1;

        public ForbiddenAddressException() {
            super("address in a private network");
        }
    }

    /** @param allowed all addresses of a name must be */
    public GuardedWire(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    @Override
    public HttpAnswer send(HttpCall call, Intake intake, Duration timeout) throws IOException, InterruptedException {
        Deadline deadline = new Deadline(timeout);
        try (Socket socket = connected(call.uri(), deadline)) {
            socket.getOutputStream().write(SocketWire.bytes(call));
            return new HttpReader((room, until) -> read(socket, room, until)).read(intake, deadline);
        }
    }

    private static int read(Socket socket, ByteBuffer room, Deadline deadline) throws IOException {
        socket.setSoTimeout(deadline.millisLeft());
        try {
            byte[] bytes = new byte[room.remaining()];
            int count = socket.getInputStream().read(bytes);
            room.put(bytes, 0, Math.max(0, count));
            return count;
        } catch (SocketTimeoutException e) {
            throw late(e);
        }
    }

    private Socket connected(URI uri, Deadline deadline) throws IOException {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        String host = Optional.ofNullable(uri.getHost()).orElse("");
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!allowed.test(address)) {
                throw new ForbiddenAddressException();
            }
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        IOException last = new ConnectException("no address");
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, port), deadline.millisLeft());
                return tls ? secured(socket, host, port, deadline) : socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private static Socket secured(Socket socket, String host, int port, Deadline deadline) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secured = (SSLSocket) factory.createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout(deadline.millisLeft());
        try {
            secured.startHandshake();
        } catch (SocketTimeoutException e) {
            throw late(e);
        }
        return secured;
    }

    private static HttpTimeoutException late(SocketTimeoutException cause) {
        HttpTimeoutException late = new HttpTimeoutException("no answer in time");
        late.initCause(cause);
        return late;
    }
}
