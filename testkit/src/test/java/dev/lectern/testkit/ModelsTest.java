package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Models;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole chain, from the store to the wire, with providers found on the class path. */
@Timeout(120)
class ModelsTest {
    private final List<ModelServer> servers = new ArrayList<>();
    private final ReplyStore store = new MemoryReplyStore();

    @AfterEach
    void stop() {
        servers.forEach(ModelServer::close);
    }

    @Test
    void whatAModelCanDoIsAskedOncePerStore() {
        ModelServer server = server(ModelServer.Settings.sensible().withForms("json_object"));
        assertThat(open(server, settings()).probe())
                .singleElement()
                .extracting(Models.Facts::form)
                .isEqualTo(ReplyForm.JSON_OBJECT);
        int asked = server.counts().requests();
        assertThat(open(server, settings()).probe()).hasSize(1);
        assertThat(server.counts().requests()).isEqualTo(asked).isEqualTo(2);
        assertThat(store.count("probe")).isEqualTo(2);
    }

    @Test
    void aServerThatTakesNoFormAtAllIsReadAsText() {
        ModelServer server = server(ModelServer.Settings.sensible().withForms());
        assertThat(open(server, settings()).probe())
                .extracting(Models.Facts::form)
                .containsExactly(ReplyForm.TEXT);
    }

    @Test
    void aDeadEndpointAndAWrongKeyAreProblemsBeforeAnyWork() {
        ModelServer dead = server(ModelServer.Settings.sensible());
        dead.close();
        assertThatThrownBy(() -> open(dead, settings()).probe())
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("nothing answers there")
                .hasMessageContaining(dead.baseUrl());
        ModelServer locked = server(ModelServer.Settings.sensible().withKey("right"));
        assertThatThrownBy(() -> open(locked, settings()).probe())
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("OPENAI_API_KEY");
        assertThat(store.count("probe")).isZero();
    }

    @Test
    void asManyCallsAsAllowedAreInFlightAndNoMore() {
        ModelServer server = server(ModelServer.Settings.sensible());
        Models models = open(server, settings().withConcurrency(32));
        models.probe();
        ChatModel model = models.of("writer").getFirst();
        server.holdAfter(server.counts().answered());
        CompletableFuture<?> calls =
                CompletableFuture.runAsync(() -> inParallel(200, i -> model.chat(question("question " + i))));
        while (!calls.isDone() && server.counts().inFlight() < 32) {
            Thread.onSpinWait();
        }
        server.release();
        calls.join();
        assertThat(server.counts().mostInFlight()).isEqualTo(32);
        assertThat(models.meter().counts().mostInFlight()).isEqualTo(32);
        assertThat(models.meter().counts().made()).isEqualTo(201);
    }

    @Test
    void theLimitOfCallsCountsOverAllRunsOfTheFolder() {
        ModelServer server = server(ModelServer.Settings.sensible());
        Models first = open(server, settings().withMaxCalls(3));
        first.probe();
        first.of("writer").getFirst().chat(question("one"));
        Models second = open(server, settings().withMaxCalls(3));
        second.probe();
        ChatModel model = second.of("writer").getFirst();
        model.chat(question("one"));
        model.chat(question("two"));
        assertThatThrownBy(() -> model.chat(question("three")))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.BUDGET));
        assertThat(server.counts().requests()).isEqualTo(3);
    }

    @Test
    void faultsOnTheWireNeitherLoseNorDoubleACall() {
        ModelServer server = server(ModelServer.Settings.sensible().withFaults(Faults.of(7, 0.2, Faults.PASSING)));
        Models models = open(server, settings().withConcurrency(16));
        models.probe();
        ChatModel model = models.of("writer").getFirst();
        inParallel(100, i -> model.chat(question("question " + i % 50)));
        assertThat(store.count("chat")).isEqualTo(50);
        assertThat(models.meter().counts().retried()).isPositive();
        assertThat(models.meter().counts().reused()).isEqualTo(50);
    }

    @Test
    void theEmbedderIsNoChatModelAndIsNotProbed() {
        ModelServer server = server(ModelServer.Settings.sensible());
        TreeMap<String, List<String>> roles = new TreeMap<>(Map.of("embedder", List.of("openai:test-embedder")));
        Models models = Models.open(roles, settings().withBaseUrl(server.baseUrl()), store, Clock.systemUTC());
        assertThat(models.probe()).isEmpty();
        assertThat(models.of("embedder")).isEmpty();
        assertThat(models.embedder().orElseThrow().embed(List.of("one", "two"))).hasSize(2);
        assertThat(models.roles().get("embedder")).hasSize(1);
        assertThat(server.counts().requests()).isEqualTo(1);
    }

    @Test
    void everythingWrongWithTheModelsIsSaidAtOnce() {
        TreeMap<String, List<String>> roles = new TreeMap<>(Map.of(
                "writer", List.of("opnai:gpt-5-mini"),
                "judge", List.of("opera:claude"),
                "voters", List.of("openai:", "http://host/v1", "openai:gpt-5-mini")));
        assertThatThrownBy(() -> Models.open(roles, settings(), store, Clock.systemUTC()))
                .isInstanceOfSatisfying(ProblemsException.class, e -> {
                    assertThat(e.problems()).hasSize(5);
                    assertThat(e)
                            .hasMessageContaining("did you mean 'openai'?")
                            .hasMessageContaining("the provider 'opera' is not known")
                            .hasMessageContaining("http://host/v1#NAME")
                            .hasMessageContaining("there is no key for https://api.openai.com/v1");
                });
    }

    private ModelServer server(ModelServer.Settings settings) {
        ModelServer server = ModelServer.start(settings);
        servers.add(server);
        return server;
    }

    private Models open(ModelServer server, ModelSettings settings) {
        TreeMap<String, List<String>> roles = new TreeMap<>(Map.of("writer", List.of("openai:test-model")));
        return Models.open(roles, settings.withBaseUrl(server.baseUrl()), store, Clock.systemUTC());
    }

    private static ModelSettings settings() {
        return ModelSettings.of(Map.of()).withFirstPause(Duration.ofMillis(2));
    }

    private static ChatRequest question(String text) {
        return ChatRequest.of(List.of(ChatMessage.system("You answer in JSON."), ChatMessage.user(text)));
    }

    private static void inParallel(int times, IntConsumer call) {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> call.accept(i), pool))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }
}
