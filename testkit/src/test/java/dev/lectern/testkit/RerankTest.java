package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Hit;
import dev.lectern.corpus.Retriever;
import dev.lectern.index.CorpusIndex;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Models;
import dev.lectern.redact.Redaction;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reranker behind an address: the longest text is the best one. */
class RerankTest {
    private static final MemoryCorpus CORPUS = MemoryCorpus.of(
            Map.of(
                    "dam.md",
                    "The gate of the dam.\n\nThe gate of the dam opens when the level passes 4 metres.\n\nA gate is open."),
            "en");

    @TempDir
    private Path folder;

    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final ReplyStore store = new MemoryReplyStore();
    private final HttpServer server = open();
    private Models models = Models.none();
    private boolean wantsTexts;
    private String broken = "";

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/rerank", this::answer);
        server.start();
        models = open(settings());
    }

    private static ModelSettings settings() {
        return ModelSettings.of(Map.of()).withFirstPause(Duration.ofMillis(1));
    }

    private Models open(ModelSettings settings) {
        return Models.open(
                new TreeMap<>(Map.of(
                        Models.RERANKER,
                        List.of("http://127.0.0.1:" + server.getAddress().getPort()))),
                settings,
                store,
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsFoundIsOrderedAnewAndEachPairIsAskedOnce() {
        assertThat(texts("gate dam", 2))
                .containsExactly("The gate of the dam opens when the level passes 4 metres.", "The gate of the dam.");
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().path("query").asText()).isEqualTo("gate dam");
        assertThat(asked.getFirst().path("documents")).hasSize(3);
        texts("gate dam", 3);
        assertThat(asked).hasSize(1);
        texts("gate", 3);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aServerThatCallsThemTextsIsUnderstoodToo() {
        wantsTexts = true;
        assertThat(texts("gate dam", 1)).containsExactly("The gate of the dam opens when the level passes 4 metres.");
        texts("gate", 1);
        assertThat(asked).hasSize(3);
        assertThat(asked.getLast().path("texts")).hasSize(3);
    }

    @Test
    void anAnswerWithoutAScoreForEachTextIsNoAnswer() {
        broken = "{\"results\":[{\"index\":0,\"relevance_score\":0.5}]}";
        assertThatThrownBy(() -> texts("gate dam", 1))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no list of scores");
        assertThat(store.count("rerank")).isZero();
    }

    @Test
    void personalDataIsNeitherInTheQuestionNorInTheTextsThatAreSent() {
        models = open(settings().withRedaction(new Redaction(false, Set.of("Mira Okafor"))));
        MemoryCorpus corpus = MemoryCorpus.of(
                Map.of(
                        "harbour.md",
                        "Mira Okafor opens the gate of the dam.\n\nWrite to mira@harbour.example.org about the gate of the dam."),
                "en");
        try (CorpusIndex index = new CorpusIndex(corpus, folder, Optional.empty(), models.reranker())) {
            List<Hit> hits = index.retriever(Retriever.By.HYBRID)
                    .find("Does Mira Okafor (mira@harbour.example.org) open the gate of the dam?", 2, Filter.NONE);
            assertThat(hits).hasSize(2);
        }
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().toString())
                .contains("gate of the dam", "[NAME_", "[EMAIL_")
                .doesNotContain("Okafor", "mira@harbour");
    }

    private List<String> texts(String query, int top) {
        try (CorpusIndex index = new CorpusIndex(CORPUS, folder, Optional.empty(), models.reranker())) {
            return index.retriever(Retriever.By.HYBRID).find(query, top, Filter.NONE).stream()
                    .map(Hit::passage)
                    .map(CORPUS::text)
                    .toList();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = Json.mapper().readTree(exchange.getRequestBody());
        asked.add(body);
        boolean refused = wantsTexts && !body.has("texts");
        JsonNode texts = body.path(wantsTexts ? "texts" : "documents");
        List<Map<String, Object>> scores = new ArrayList<>();
        for (int i = texts.size() - 1; i >= 0; i--) {
            double score = texts.path(i).asText().length() / 100.0;
            scores.add(Map.of("index", i, wantsTexts ? "score" : "relevance_score", score));
        }
        Object answer = wantsTexts ? scores : Map.of("results", scores);
        byte[] bytes = (broken.isEmpty() ? Json.line(answer) : broken).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 422 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
