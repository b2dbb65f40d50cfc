package dev.lectern.adapters.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLServerSocketFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTest {
    private static final int LONG_MILLIS = 60_000;

    /** What becomes of one connection. */
    private interface Talk {
        void with(Socket client) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aServerOfPlainHttpThatWaitsForTheEndOfALineIsKnown(String scheme) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(server, SpeechTest::answerOnceALineIsWhole);
            assertThat(Speech.of(at(scheme, server))).isEqualTo(Speech.PLAIN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aNameThatIsNoneIsNotTakenForThisMachine(String scheme) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(server, SpeechTest::answerOnceALineIsWhole);
            URI unnamed = URI.create(scheme + "://a_b:" + server.getLocalPort());
            assertThat(Speech.of(unnamed)).isEqualTo(Speech.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aServerOfTlsIsKnown(String scheme) throws IOException {
        // Without a certificate: it can only say so, in an alert.
        try (ServerSocket server =
                SSLServerSocketFactory.getDefault().createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(server, client -> client.getInputStream().read());
            assertThat(Speech.of(at(scheme, server), LONG_MILLIS)).isEqualTo(Speech.TLS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aServerOfTlsThatRefusesPlainRequestsPolitelyIsNoServerOfPlainHttp(String scheme) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(server, client -> {
                boolean tls = client.getInputStream().read() == 0x16;
                byte[] alert = {0x15, 3, 3, 0, 2, 2, 40};
                byte[] polite = "HTTP/1.1 400 The plain HTTP request was sent to HTTPS port\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII);
                client.getOutputStream().write(tls ? alert : polite);
            });
            assertThat(Speech.of(at(scheme, server), LONG_MILLIS)).isEqualTo(Speech.TLS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void ofWhoIsNotThereNothingIsKnown(String scheme) throws IOException {
        URI gone;
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            gone = at(scheme, server);
        }
        assertThat(Speech.of(gone, LONG_MILLIS)).isEqualTo(Speech.UNKNOWN);
    }

    private static URI at(String scheme, ServerSocket server) {
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    private static void serve(ServerSocket server, Talk talk) {
        Thread.ofPlatform().daemon().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Thread.ofPlatform().daemon().start(() -> answer(client, talk));
                } catch (IOException e) {
                    // Closed: the test is over.
                    return;
                }
            }
        });
    }

    private static void answer(Socket client, Talk talk) {
        try (client) {
            talk.with(client);
            // The other end has the last word, so that nothing unread resets the connection.
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The other end is gone, as it should be.
        }
    }

    private static void answerOnceALineIsWhole(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int letter = in.read();
            if (letter < 0) {
                return;
            }
            head.append((char) letter);
        }
        client.getOutputStream().write("HTTP/1.1 404 Not Found\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
