package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import dev.lectern.learn.Vectors;
import dev.lectern.model.Embedder;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Embedders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Vectors of a model behind an address: made once, counted and paid like chats. */
class EmbeddersTest {
    private static final List<String> TEXTS = IntStream.range(0, 100)
            .mapToObj(i -> "text number " + i + " of the harbour")
            .toList();
    private static final ModelServer.Settings SETTINGS =
            ModelServer.Settings.sensible().withModels("text-embedding-3-small");

    @Test
    void aHundredTextsTakeFourRequestsAndASecondOpeningNone() {
        try (ModelServer server = ModelServer.start(SETTINGS)) {
            ReplyStore store = new MemoryReplyStore();
            List<float[]> first = open(server, store).embed(TEXTS);
            assertThat(server.counts().requests()).isEqualTo(4);
            assertThat(store.spent().calls()).isEqualTo(4);
            assertThat(store.spent().usage().input()).isPositive();
            assertThat(store.count("embedding")).isEqualTo(100);

            List<float[]> again = open(server, store).embed(TEXTS.reversed());
            assertThat(server.counts().requests()).isEqualTo(4);
            assertThat(again.reversed()).usingRecursiveComparison().isEqualTo(first);
        }
    }

    @Test
    void vectorsHaveLengthOneAndTellNearTextsFromFarOnes() {
        try (ModelServer server = ModelServer.start(SETTINGS)) {
            Embedder embedder = open(server, new MemoryReplyStore());
            List<float[]> vectors =
                    embedder.embed(List.of("a ferry in the harbour", "the harbour has a ferry", "guard page", ""));
            assertThat(embedder.dimensions()).isEqualTo(vectors.getFirst().length);
            assertThat(vectors.subList(0, 3))
                    .allSatisfy(v -> assertThat(Vectors.cosine(v, v)).isCloseTo(1, Offset.offset(1e-5)));
            assertThat(Vectors.cosine(vectors.get(0), vectors.get(1)))
                    .isGreaterThan(Vectors.cosine(vectors.get(0), vectors.get(2)));
        }
    }

    @Test
    void whatFailsIsTriedAgainAndCounted() {
        Faults faults = Faults.of(7, Map.of(Faults.Kind.BUSY, .3, Faults.Kind.BROKEN, .1));
        try (ModelServer server = ModelServer.start(SETTINGS);
                ModelServer faulty = ModelServer.start(SETTINGS.withFaults(faults))) {
            ReplyStore store = new MemoryReplyStore();
            List<String> many =
                    IntStream.range(0, 400).mapToObj(i -> "text " + i).toList();
            assertThat(open(faulty, store).embed(many))
                    .usingRecursiveComparison()
                    .isEqualTo(open(server, new MemoryReplyStore()).embed(many));
            assertThat(faulty.counts().requests()).isGreaterThan(13);
            assertThat(store.spent().calls()).isEqualTo(faulty.counts().requests());
        }
    }

    @Test
    void aTextThatSeveralAskForAtOnceIsMadeOnce() {
        try (ModelServer server = ModelServer.start(SETTINGS);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ReplyStore store = new MemoryReplyStore();
            Embedder embedder = open(server, store);
            List<CompletableFuture<List<float[]>>> all = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> embedder.embed(List.of("the same")), threads))
                    .toList();
            assertThat(all).allSatisfy(one -> assertThat(one.join()).hasSize(1));
            assertThat(store.count("embedding")).isEqualTo(1);
            assertThat(server.counts().requests()).isEqualTo(1);
        }
    }

    @Test
    void theBudgetHolds() {
        try (ModelServer server = ModelServer.start(SETTINGS)) {
            ReplyStore store = new MemoryReplyStore();
            ModelSettings settings = settings(server).withMaxCalls(2);
            Embedder embedder = Embedders.open("openai:text-embedding-3-small", settings, store, Clock.systemUTC());
            assertThatThrownBy(() -> embedder.embed(TEXTS))
                    .isInstanceOfSatisfying(
                            ModelException.class, e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.BUDGET));
            assertThat(server.counts().requests()).isEqualTo(2);
            assertThat(open(server, store).embed(TEXTS)).hasSize(100);
            assertThat(server.counts().requests()).isEqualTo(4);
        }
    }

    @Test
    void aWrongKeyIsSaidWithItsVariable() {
        try (ModelServer server = ModelServer.start(SETTINGS.withKey("sk-right"))) {
            ModelSettings settings = settings(server).withEnvironment(Map.of("OPENAI_API_KEY", "sk-wrong-0123456789"));
            Embedder embedder = Embedders.open(
                    "openai:text-embedding-3-small", settings, new MemoryReplyStore(), Clock.systemUTC());
            assertThatThrownBy(() -> embedder.embed(List.of("one")))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("the key is not accepted")
                    .hasMessageContaining("OPENAI_API_KEY")
                    .hasMessageNotContaining("sk-wrong");
        }
    }

    @Test
    void whatIsNoEmbedderIsSaid() {
        assertThatThrownBy(() -> Embedders.open(
                        "minilmm", ModelSettings.of(Map.of()), new MemoryReplyStore(), Clock.systemUTC()))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("'minilmm' is no embedder")
                .hasMessageContaining("minilm");
        assertThatThrownBy(() -> Embedders.open(
                        "anthropic:claude",
                        ModelSettings.of(Map.of("ANTHROPIC_API_KEY", "x")),
                        new MemoryReplyStore(),
                        Clock.systemUTC()))
                .hasMessageContaining("the embeddings of 'anthropic' cannot be asked");
    }

    private static Embedder open(ModelServer server, ReplyStore store) {
        return Embedders.open("openai:text-embedding-3-small", settings(server), store, Clock.systemUTC());
    }

    private static ModelSettings settings(ModelServer server) {
        return ModelSettings.of(Map.of()).withBaseUrl(server.baseUrl()).withFirstPause(Duration.ofMillis(8));
    }
}
