package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reward models behind an address, as the common servers have them. */
class RewardTest {
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final ReplyStore store = new MemoryReplyStore();
    private final HttpServer server = open();
    private String path = "/classify";
    private String field = "messages";
    private String body = "{\"data\":[{\"index\":0,\"probs\":[1.5]}]}";
    private int status = 200;

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Path, the field that the server wants, and what it answers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /pooling             | messages | {"data":[{"index":0,"data":[-2.25]}]}
                    /pooling             | messages | {"data":[{"index":0,"data":[[7.5],[-2.25]]}]}
                    /classify            | messages | {"data":[{"index":0,"label":"LABEL_0","probs":[-2.25],"num_classes":1}]}
                    /classify            | input    | {"data":[{"index":0,"label":"LABEL_0","probs":[-2.25],"num_classes":1}]}
                    /classify            | text     | {"embedding":[-2.25],"meta_info":{"prompt_tokens":5}}
                    /classify            | text     | [{"embedding":[-2.25],"meta_info":{"prompt_tokens":5}}]
                    /predict             | inputs   | [[{"score":-2.25,"label":"LABEL_0"}]]
                    /score               | text_1   | {"data":[{"index":0,"object":"score","score":-2.25}]}
                    /v1/chat/completions | messages | {"choices":[{"message":{"role":"assistant","content":"reward:-2.25"}}]}
                    /v1/chat/completions | messages | {"choices":[{"logprobs":{"content":[{"token":"reward","logprob":-2.25}]}}]}
                    """)
    void eachFormIsFoundOutByTheFirstCallAndSpokenFromThenOn(String there, String wants, String answer) {
        path = there;
        field = wants;
        body = answer;
        Models models = models("", UnaryOperator.identity());
        assertThat(reward(models, "one").text()).isEqualTo("-2.25");
        int found = asked.size();
        reward(models, "two");
        assertThat(asked).hasSize(found + 1);
        assertThat(paths.getLast()).isEqualTo(there);
        assertThat(asked.getLast().toString()).contains("two");
    }

    @Test
    void aPathThatIsGivenIsTheOnlyOneThatIsAsked() {
        Models models = models("/classify", UnaryOperator.identity());
        assertThat(reward(models, "one").text()).isEqualTo("1.5");
        assertThat(paths).containsOnly("/classify");
    }

    @Test
    void fiveAttributesAreWeighedAsTheirMakersSay() {
        path = "/v1/chat/completions";
        body =
                "{\"choices\":[{\"message\":[{\"role\":\"assistant\",\"content\":\"helpfulness:1,correctness:2,coherence:3,complexity:1,verbosity:1\"}]}]}";
        // 0.3 + 2 * 0.74 + 3 * 0.46 + 0.47 - 0.33
        assertThat(Double.parseDouble(
                        reward(models("", UnaryOperator.identity()), "one").text()))
                .isCloseTo(3.3, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void equalConversationsAreScoredOnceAndKept() {
        Models models = models("/classify", UnaryOperator.identity());
        ChatReply first = reward(models, "one");
        ChatReply again = reward(models("/classify", UnaryOperator.identity()), "one");
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(asked).hasSize(1);
        assertThat(store.count("reward")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"probs\":[NaN]}]}",
                "{\"data\":[{\"probs\":[0.2,0.8]}]}",
                "{\"data\":[{\"probs\":[\"good\"]}]}",
                "{\"data\":[]}",
                "well done"
            })
    void anAnswerWithoutANumberIsAskedForAgainAndThenRefusedWithWhatCame(String bad) {
        Models models = models("/classify", UnaryOperator.identity());
        reward(models, "one");
        body = bad;
        for (int run = 0; run < 2; run++) {
            assertThatThrownBy(() -> reward(models, "two")).isInstanceOfSatisfying(ModelException.class, no -> {
                assertThat(no.kind()).isEqualTo(ModelException.Kind.REFUSED);
                assertThat(no).hasMessageContaining("without a number");
                assertThat(no.raw()).isEqualTo(bad);
            });
        }
        assertThat(asked).as("three times, and never again").hasSize(4);
    }

    @Test
    void aFaultIsTriedAgainAndThenTheRowWaits() {
        Models models = models("/classify", UnaryOperator.identity());
        reward(models, "one");
        status = 500;
        assertThatThrownBy(() -> reward(models, "two"))
                .isInstanceOfSatisfying(
                        ModelException.class,
                        held -> assertThat(held.kind()).isEqualTo(ModelException.Kind.UNREACHABLE));
        assertThat(asked.size()).isGreaterThan(3);
        status = 200;
        assertThat(reward(models, "two").text()).isEqualTo("1.5");
    }

    @Test
    void aServerThatGivesNoRewardsIsAProblemBeforeAnyWork() {
        path = "/elsewhere";
        Models models = models("", UnaryOperator.identity());
        assertThatThrownBy(models::probe)
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("no reward model answers there")
                .hasMessageContaining("/pooling, /classify, /predict, /score, /chat/completions");
    }

    @Test
    void personalDataStaysHome() {
        Models models = models("/classify", settings -> settings.withRedaction(Redaction.of(false, Optional.empty())));
        reward(models, "Write to ann@example.org at once.");
        assertThat(asked.toString()).contains("[EMAIL_1]").doesNotContain("ann@example.org");
    }

    private Models models(String given, UnaryOperator<ModelSettings> more) {
        return Models.open(
                new TreeMap<>(Map.of(
                        Models.REWARD,
                        List.of("http://127.0.0.1:" + server.getAddress().getPort() + given))),
                more.apply(ModelSettings.of(Map.of()).withFirstPause(Duration.ofMillis(1))),
                store,
                Clock.systemUTC());
    }

    private static ChatReply reward(Models models, String answer) {
        ChatModel model = models.of(Models.REWARD).getFirst();
        return model.chat(ChatRequest.of(List.of(ChatMessage.user("What now?"), new ChatMessage("assistant", answer))));
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode request = Json.mapper().readTree(exchange.getRequestBody());
        String at = exchange.getRequestURI().getPath();
        paths.add(at);
        asked.add(request);
        int code = !at.equals(path) ? 404 : request.has(field) ? status : 422;
        byte[] bytes = (code == 200 ? body : "{\"detail\":\"no\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
