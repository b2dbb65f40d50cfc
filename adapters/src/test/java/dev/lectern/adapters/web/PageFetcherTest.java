package dev.lectern.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lectern.adapters.wire.Wires;
import dev.lectern.corpus.Document;
import dev.lectern.web.Fetched;
import dev.lectern.web.WebManners;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages from a server on this machine, which only a word from the user makes readable. */
class PageFetcherTest {
    private static final String SENTENCE = "The northern lock was opened by the river board in the wet spring.";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Optional<HttpServer> server = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        byte[] pdf = pdf();
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            boolean found = path.endsWith(".pdf") || path.contains("page");
            byte[] body = path.endsWith("whole.pdf")
                    ? pdf
                    : path.endsWith("broken.pdf")
                            ? "%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8)
                            : ("<p>" + SENTENCE + "</p>").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", path.endsWith(".pdf") ? "application/pdf" : "text/html");
            exchange.sendResponseHeaders(found ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        started.start();
        server = Optional.of(started);
    }

    @AfterEach
    void stop() {
        server.ifPresent(each -> each.stop(0));
    }

    @Test
    void aPdfIsReadAsAFileWouldBe() {
        Fetched.Page page = (Fetched.Page) fetch("127.0.0.1", "/whole.pdf", Map.of(), true);
        Document document = new HttpWebProvider().document(page).orElseThrow();
        assertThat(document.text()).contains(SENTENCE);
        assertThat(document.uri()).isEqualTo(address("127.0.0.1", "/whole.pdf"));
        assertThat(document.language()).isEqualTo("en");
        assertThat(document.pages()).hasSize(1);
    }

    @Test
    void aBrokenPdfIsRefusedWithThatReason() {
        assertThat(fetch("127.0.0.1", "/broken.pdf", Map.of(), true))
                .isEqualTo(new Fetched.Refused("a PDF that cannot be read"));
    }

    @Test
    void noFormOfAnAddressOfThisMachineIsAskedFor() {
        for (String host : List.of("127.0.0.1", "localhost", "2130706433", "127.1", "[::ffff:127.0.0.1]", "0.0.0.0")) {
            assertThat(fetch(host, "/page", Map.of(), false)).as(host).isInstanceOf(Fetched.Refused.class);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void aProxyIsNoWayAroundTheBlocksAndPagesOfTheWebGoThroughIt() {
        Map<String, String> proxy = Map.of("http_proxy", address("127.0.0.1", ""));
        assertThat(fetch("10.0.0.8", "/page", proxy, false))
                .isEqualTo(new Fetched.Refused("address in a private network"));
        assertThat(fetch("169.254.169.254", "/page", proxy, false))
                .isEqualTo(new Fetched.Refused("address in a private network"));
        assertThat(asked).isEmpty();
        assertThat(fetch("93.184.215.14", "/page", proxy, false)).isInstanceOf(Fetched.Page.class);
        assertThat(asked).allMatch(line -> line.startsWith("http://93.184.215.14"));
    }

    private Fetched fetch(String host, String path, Map<String, String> environment, boolean allowed) {
        WebManners manners = new WebManners(
                List.of(), List.of(), allowed ? List.of("127.0.0.1") : List.of(), Duration.ofSeconds(60), 1 << 20);
        return new PageFetcher(new Wires(environment)).fetch(address(host, path), manners);
    }

    private String address(String host, String path) {
        return "http://" + host + ":" + server.orElseThrow().getAddress().getPort() + path;
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(pdf, page)) {
                text.beginText();
                text.setFont(new PDType1Font(FontName.HELVETICA), 11);
                text.newLineAtOffset(72, 700);
                text.showText(SENTENCE);
                text.endText();
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
