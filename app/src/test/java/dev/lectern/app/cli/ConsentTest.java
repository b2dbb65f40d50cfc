package dev.lectern.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether somebody is asked before money is spent. The server of this test only counts, and takes no request. */
class ConsentTest {
    @TempDir
    private Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private String url = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        Files.writeString(folder.resolve("page.md"), "# Lake\n\nThe lake is forty metres deep at its northern end.\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theFirstPaidRunShowsThePlanAndAsks() {
        Typed typed = build(Typed.in(folder).typing("n"));
        assertThat(typed.status()).isEqualTo(Status.INTERRUPTED);
        assertThat(typed.err())
                .contains("at most 4 calls for at most 3 rows", "cost: unknown", "passages go to: 127.0.0.1")
                .contains("Go on? [y/N]", "Nothing was done.");
        assertThat(requests).hasValue(0);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whoSaysYesIsTakenAtTheirWord() {
        Typed typed = build(Typed.in(folder).typing("y"));
        assertThat(typed.err()).contains("Go on?").doesNotContain("Nothing was done.");
        assertThat(requests).hasPositiveValue();
    }

    @Test
    void withYesOrWithoutAKeyboardNothingIsAsked() {
        assertThat(build(Typed.in(folder).typing("n"), "--yes").err()).doesNotContain("Go on?");
        assertThat(build(Typed.in(folder).onATerminal()).err()).doesNotContain("Go on?");
        assertThat(requests).hasPositiveValue();
    }

    @Test
    void aPilotNeedsAFolderThatKeepsIt() {
        Typed typed = Typed.in(folder).run("plan", "page.md", "--model", "openai:x", "--base-url", url, "--pilot", "3");
        assertThat(typed.status()).isEqualTo(Status.WRONG);
        assertThat(typed.err()).contains("--pilot", "say where: -o");
        assertThat(requests).hasValue(0);
    }

    private Typed build(Typed.Builder builder, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("build", "page.md", "-o", "out", "--model", "openai:x", "--base-url", url));
        arguments.addAll(List.of(more));
        return builder.run(arguments.toArray(String[]::new));
    }
}
