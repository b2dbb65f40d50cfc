package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.adapters.store.SqliteReplyStore;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Models;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls through a provider's batch interface, over the wire. */
class BatchedCallsTest {
    private static final int CALLS = 60;

    @Test
    void everyCallIsAnsweredThroughBatchesAndASecondRunMakesNone(@TempDir Path folder) throws Exception {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            List<String> first = run(folder.resolve("replies.db"), server);
            int requests = server.counts().requests();
            assertThat(first).hasSize(CALLS).doesNotHaveDuplicates();
            assertThat(server.counts().paidTwice()).isZero();
            assertThat(run(folder.resolve("replies.db"), server)).isEqualTo(first);
            assertThat(server.counts().requests()).isEqualTo(requests);
        }
        try (ReplyStore store = SqliteReplyStore.look(folder.resolve("replies.db"))) {
            assertThat(store.count("chat")).isEqualTo(CALLS);
            assertThat(store.count("batch")).isBetween(1L, (long) CALLS);
            assertThat(store.count("batch-line")).isEqualTo(CALLS);
        }
    }

    @Test
    void aCallWhoseReplyIsRetiredIsHandedInAgainThoughItsBatchBroughtAnAnswer(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("replies.db");
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            List<String> first = run(file, server);
            int requests = server.counts().requests();
            try (ReplyStore store = SqliteReplyStore.open(file)) {
                assertThat(store.retire(first.get(7))).isTrue();
            }
            List<String> second = run(file, server);
            assertThat(second.get(7)).isNotEqualTo(first.get(7));
            assertThat(server.counts().requests())
                    .as("one line, and nothing else")
                    .isEqualTo(requests + 1);
            second.set(7, first.get(7));
            assertThat(second).isEqualTo(first);
        }
    }

    private static List<String> run(Path file, ModelServer server) throws Exception {
        ModelSettings settings = ModelSettings.of(Map.of("OPENAI_API_KEY", "test"))
                .withBaseUrl(server.baseUrl())
                .withBatch(true)
                .withFirstPause(Duration.ofMillis(20));
        try (ReplyStore store = SqliteReplyStore.open(file);
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Models models = Models.open(
                    new TreeMap<>(Map.of("writer", List.of("openai:test-model"))), settings, store, Clock.systemUTC());
            models.probe();
            ChatModel writer = models.of("writer").getFirst();
            List<Future<String>> coming = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                ChatRequest request = ChatRequest.of(List.of(ChatMessage.user("question " + i)));
                coming.add(pool.submit(() -> writer.chat(request).key()));
            }
            List<String> keys = new ArrayList<>();
            for (Future<String> call : coming) {
                keys.add(call.get());
            }
            return keys;
        }
    }
}
