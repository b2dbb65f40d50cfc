package dev.lectern.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Models;
import dev.lectern.testkit.Counts;
import dev.lectern.testkit.Faults;
import dev.lectern.testkit.Faults.Kind;
import dev.lectern.testkit.ModelServer;
import dev.lectern.text.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever goes wrong on the wire: every call is answered, as it would have been without, kept once and paid once. */
@Timeout(120)
class FaultsTest {
    private static final int CALLS = 400;
    private static final JsonNode SCHEMA = Json.read(
            "{\"type\":\"object\",\"required\":[\"answer\"],\"properties\":{\"answer\":{\"type\":\"string\"}}}",
            JsonNode.class);
    private static final ModelServer.Settings SETTINGS = ModelServer.Settings.sensible();

    @Test
    void faultsOfAllKindsChangeNoAnswerAndPayForNoneTwice() {
        SortedMap<Integer, String> undisturbed = answers(SETTINGS);
        Faults faults = Faults.of(
                11, Map.of(Kind.BUSY, .05, Kind.BROKEN, .02, Kind.DROPPED, .01, Kind.CUT, .01, Kind.BROKEN_JSON, .01));
        assertThat(answers(SETTINGS.withFaults(faults))).isEqualTo(undisturbed).hasSize(CALLS);
    }

    @Test
    void aServerThatTakesFewAtOnceAnswersAllInTheEnd() {
        assertThat(answers(SETTINGS.withMostInFlight(3))).isEqualTo(answers(SETTINGS));
    }

    private static SortedMap<Integer, String> answers(ModelServer.Settings settings) {
        SortedMap<Integer, String> answers = new ConcurrentSkipListMap<>();
        try (ModelServer server = ModelServer.start(settings);
                ReplyStore store = new MemoryReplyStore()) {
            Models models = Models.open(
                    new TreeMap<>(Map.of("writer", List.of("openai:test-model"))),
                    ModelSettings.of(Map.of()).withBaseUrl(server.baseUrl()).withFirstPause(Duration.ofMillis(8)),
                    store,
                    Clock.systemUTC());
            models.probe();
            ChatModel model = models.of("writer").getFirst();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CALLS; i++) {
                    int n = i;
                    threads.execute(() -> answers.put(n, model.chat(question(n)).text()));
                }
            }
            Counts counts = server.counts();
            assertThat(counts.paidTwice()).isZero();
            assertThat(counts.answered()
                            + counts.refused().values().stream()
                                    .mapToInt(n -> n)
                                    .sum())
                    .isEqualTo(counts.requests());
            assertThat(store.count("chat")).isEqualTo(answers.size());
            assertThat(store.spent().calls()).isEqualTo(counts.requests());
        }
        return answers;
    }

    private static ChatRequest question(int n) {
        return ChatRequest.of(List.of(ChatMessage.system("Answer in JSON."), ChatMessage.user("question " + n)))
                .withSchema(SCHEMA);
    }
}
