package dev.lectern.adapters.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.model.Landing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both wires, in all the ways in which an answer can come. */
class WiresTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRequestGoesOutWholeAndTheAnswerComesBackWithItsHeaders(boolean jdk) throws Exception {
        server.says(429, "{\"错\":1}", "Retry-After: 3", "X-More: a", "X-More: b");
        TreeMap<String, String> headers = new TreeMap<>(Map.of("Authorization", "Bearer k"));
        HttpAnswer answer =
                wire(jdk).send(HttpCall.post(uri("/v1/chat?x=1"), headers, "{\"问\":2}"), Intake.whole(), LONG);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body()).isEqualTo("{\"错\":1}");
        assertThat(answer.header("retry-after")).contains("3");
        assertThat(answer.header("x-more")).contains("a");
        assertThat(server.asked().getFirst())
                .startsWith("POST /v1/chat?x=1 HTTP/1.1\r\n")
                .contains("Authorization: Bearer k\r\n")
                .endsWith("\r\n\r\n{\"问\":2}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneConnectionCarriesOneCallAfterAnother(boolean jdk) throws Exception {
        Wire wire = wire(jdk);
        for (int i = 0; i < 3; i++) {
            server.says(200, "{}");
            get(wire);
        }
        assertThat(server.asked()).hasSize(3);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aConnectionThatRestedIsTriedBeforeItIsUsedAgain() throws Exception {
        Wire wire = wire(false);
        server.says(200, "{}");
        get(wire);
        Thread.sleep(1_100);
        server.last("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        get(wire);
        assertThat(server.connections()).as("still alive").isEqualTo(1);
        Thread.sleep(1_100);
        server.says(200, "{}");
        get(wire);
        assertThat(server.connections()).as("ended by the server").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void chunksAndBodiesThatEndWithTheirConnectionAreTakenWhole(boolean jdk) throws Exception {
        Wire wire = wire(jdk);
        server.bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\n{\"a\"\r\n3\r\n:1}\r\n0\r\n\r\n");
        assertThat(get(wire).body()).isEqualTo("{\"a\":1}");
        server.last("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"b\":2}");
        assertThat(get(wire).body()).isEqualTo("{\"b\":2}");
        server.bytes("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(get(wire).body()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerThatEndsTooEarlyIsNone(boolean jdk) {
        for (String cut : List.of(
                "",
                "HTTP/1.1 200",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"a\"",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n")) {
            server.last(cut);
            // Not GET: that one the JDK's client tries again by itself.
            HttpCall call = HttpCall.post(uri("/"), new TreeMap<>(), "{}");
            assertThatThrownBy(() -> wire(jdk).send(call, Intake.whole(), LONG))
                    .as(cut)
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void whatComesBehindAnAnswerIsNotTheAnswerToTheNextRequest() throws Exception {
        Wire wire = wire(false);
        String another = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"b\":2}";
        server.bytes("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}" + another);
        server.says(200, "{\"c\":3}");
        assertThat(get(wire).body()).isEqualTo("{\"a\":1}");
        assertThat(get(wire).body()).isEqualTo("{\"c\":3}");
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aHeadThatDoesNotEndIsNotTakenIn() {
        server.endless("HTTP/1.1 200 OK\r\n", ("X-More: " + "x".repeat(8_000) + "\r\n").repeat(2));
        assertThatThrownBy(() -> get(wire(false)))
                .isInstanceOf(IOException.class)
                .hasMessage("the head of the answer is too long");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerThatDoesNotEndIsWaitedForNoLongerThanTold(boolean jdk) {
        server.bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
        HttpCall call = HttpCall.get(uri("/"), new TreeMap<>());
        assertThatThrownBy(() -> wire(jdk).send(call, Intake.whole(), Duration.ofMillis(300)))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eventsComeOneByOneAndOnlyWhereTheyWereAskedFor(boolean jdk) throws Exception {
        String stream = ": ping\n\ndata: 一\r\n\r\nevent: x\ndata:two\n\ndata: [DONE]\n\n";
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: "
                + stream.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        server.bytes(head + stream).bytes(head + stream);
        List<String> data = new ArrayList<>();
        Intake events = Intake.events(data::add);
        wire(jdk).send(HttpCall.get(uri("/"), new TreeMap<>()), events, LONG);
        assertThat(data).containsExactly("一", "two", "[DONE]");
        assertThat(get(wire(jdk)).body()).isEqualTo(stream);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerThatIsTooLargeIsNotTakenIn(boolean jdk) {
        for (String body : List.of("x".repeat(3 << 20), "data: " + "x".repeat(3 << 20))) {
            server.last("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + body);
            HttpCall call = HttpCall.post(uri("/"), new TreeMap<>(), "{}");
            Intake intake = body.startsWith("data") ? Intake.events(data -> {}, 1 << 20) : Intake.whole(1 << 20);
            assertThatThrownBy(() -> wire(jdk).send(call, intake, LONG))
                    .isInstanceOf(TooLargeException.class)
                    .hasMessage("the answer is larger than 1 MiB");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStreamOfNothingButSignsOfLifeIsNotWaitedForWithoutEnd(boolean jdk) {
        server.endless(
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n",
                ": still there\n\nevent: ping\ndata: {}\n\n");
        HttpCall call = HttpCall.post(uri("/"), new TreeMap<>(), "{}");
        assertThatThrownBy(() -> wire(jdk).send(call, Intake.events(data -> {}), Duration.ofMillis(300)))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatLandedIsTheSameAnswerWhenItIsReadAgain(boolean jdk) throws Exception {
        String stream = "data: 一\n\ndata: [DONE]\n\n";
        for (String answer : List.of(
                "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nX-More: a\r\n\r\n{\"a\":1}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-More: a\r\n\r\n4\r\n{\"a\"\r\n3\r\n:1}\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: "
                        + stream.getBytes(StandardCharsets.UTF_8).length + "\r\nX-More: a\r\n\r\n" + stream)) {
            server.bytes(answer);
            Landed landed = new Landed();
            List<String> data = new ArrayList<>();
            HttpAnswer first = wire(jdk)
                    .send(
                            HttpCall.get(uri("/"), new TreeMap<>()),
                            Intake.events(data::add).landing(landed),
                            LONG);
            List<String> again = new ArrayList<>();
            HttpAnswer second = HttpReader.again(landed.bytes.toByteArray(), Intake.events(again::add))
                    .orElseThrow();
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.header("x-more")).contains("a");
            assertThat(again).isEqualTo(data);
        }
    }

    @Test
    void whatLandedInPartOrWithAnErrorIsNoAnswer() {
        for (String none : List.of(
                "",
                "{\"a\":1}",
                "HTTP/1.1 200",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"a\"",
                "HTTP/1.1 200 OK\r\n\r\n{\"a\":1}",
                "HTTP/1.1 429 Busy\r\nContent-Length: 2\r\n\r\n{}")) {
            assertThat(HttpReader.again(none.getBytes(StandardCharsets.UTF_8), Intake.whole()))
                    .as(none)
                    .isEmpty();
        }
    }

    private static final class Landed implements Landing {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public Optional<byte[]> left() {
            return Optional.empty();
        }

        @Override
        public void take(byte[] more, int from, int length) {
            bytes.write(more, from, length);
        }

        @Override
        public boolean holds() {
            return bytes.size() > 0;
        }

        @Override
        public void close() {}
    }

    private Wire wire(boolean jdk) {
        return jdk ? new JdkWire(LONG, Optional.empty()) : new SocketWire(LONG);
    }

    private HttpAnswer get(Wire wire) throws Exception {
        return wire.send(HttpCall.get(uri("/"), new TreeMap<>()), Intake.whole(), LONG);
    }

    private URI uri(String path) {
        return URI.create(server.base() + path);
    }
}
