package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Which requests the model server counts as in flight when their client went away. */
final class UntakenTest {
    private static final String BODY =
            "{\"model\":\"test-model\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";

    @Test
    void anAnswerThatLiesUnreadWhenItsClientGoesIsUntaken() throws Exception {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            try (Socket client = asking(server)) {
                untilIt(server, counts -> counts.answered() == 1);
                // The first bytes of it are here, so the rest is: small replies travel as one.
                assertThat(client.getInputStream().read()).isEqualTo('H');
            }
            untilIt(server, counts -> counts.untaken() == 1);
            assertThat(server.counts().answered()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatWasReadIsTakenWhetherItsClientGoesOrAsksAgain() throws Exception {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            try (Socket client = asking(server)) {
                readAnswer(client);
                ask(client, server);
                readAnswer(client);
            }
            // Longer than the server waits before it settles what that client had read.
            Thread.sleep(300);
            assertThat(server.counts().answered()).isEqualTo(2);
            assertThat(server.counts().untaken()).isZero();
        }
    }

    @Test
    void aRequestWhoseClientGoesBeforeItIsAnsweredIsUntakenAndPaidForAllTheSame() throws Exception {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            server.holdAfter(0);
            try (Socket client = asking(server)) {
                untilIt(server, counts -> counts.inFlight() == 1);
                assertThat(client.isConnected()).isTrue();
            }
            untilIt(server, counts -> counts.untaken() == 1);
            server.release();
            untilIt(server, counts -> counts.answered() == 1);
            assertThat(server.counts().untaken()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatTheServerCutsIsNotTheClientsDoing() throws Exception {
        ModelServer.Settings cutting = ModelServer.Settings.sensible().withFaults(Faults.of(1, 1, Faults.Kind.CUT));
        try (ModelServer server = ModelServer.start(cutting);
                Socket client = asking(server)) {
            assertThat(client.getInputStream().readAllBytes()).isNotEmpty();
            assertThat(server.counts().refused()).containsEntry("cut", 1);
            assertThat(server.counts().untaken()).isZero();
        }
    }

    private static Socket asking(ModelServer server) throws IOException {
        URI address = URI.create(server.baseUrl());
        Socket socket = new Socket(address.getHost(), address.getPort());
        ask(socket, server);
        return socket;
    }

    private static void ask(Socket socket, ModelServer server) throws IOException {
        String head = "POST " + URI.create(server.baseUrl()).getPath()
                + "/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: " + BODY.length() + "\r\n\r\n";
        socket.getOutputStream().write((head + BODY).getBytes(StandardCharsets.US_ASCII));
    }

    private static void readAnswer(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        int length = Integer.parseInt(head.toString()
                .lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .findFirst()
                .orElseThrow()
                .substring(16));
        assertThat(socket.getInputStream().readNBytes(length)).hasSize(length);
    }

    private static void untilIt(ModelServer server, Predicate<Counts> holds) throws InterruptedException {
        for (int i = 0; i < 2000 && !holds.test(server.counts()); i++) {
            Thread.sleep(5);
        }
        assertThat(server.counts()).matches(holds);
    }
}
