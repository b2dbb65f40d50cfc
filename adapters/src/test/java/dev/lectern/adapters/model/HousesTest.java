package dev.lectern.adapters.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.adapters.wire.ScriptedServer;
import dev.lectern.model.ChatReply;
import dev.lectern.model.Fault;
import dev.lectern.model.Headroom;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.Quirk;
import dev.lectern.model.Refusal;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.TryAgain;
import dev.lectern.model.UnfitManner;
import dev.lectern.model.WireReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Houses that speak OpenAI's language: where they are, what they want, and what they say. */
class HousesTest {
    private static final Manner TEXT = Manner.of(ReplyForm.TEXT);
    private static final String HELLO =
            "{\"model\":\"m\",\"choices\":[{\"message\":{\"content\":\"hi\"},\"finish_reason\":\"stop\"}]}";

    private final ScriptedServer server = new ScriptedServer();
    private final ModelProvider provider = new OpenAiProvider();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "openai, OPENAI_API_KEY, https://api.openai.com/v1",
        "deepseek, DEEPSEEK_API_KEY, https://api.deepseek.com/v1",
        "dashscope, DASHSCOPE_API_KEY, https://dashscope.aliyuncs.com/compatible-mode/v1",
        "zhipu, ZHIPUAI_API_KEY, https://open.bigmodel.cn/api/paas/v4",
        "moonshot, MOONSHOT_API_KEY, https://api.moonshot.cn/v1",
        "ark, ARK_API_KEY, https://ark.cn-beijing.volces.com/api/v3",
        "siliconflow, SILICONFLOW_API_KEY, https://api.siliconflow.cn/v1",
        "minimax, MINIMAX_API_KEY, https://api.minimax.io/v1",
        "openrouter, OPENROUTER_API_KEY, https://openrouter.ai/api/v1"
    })
    void aHouseIsOpenedByItsNameAndItsKey(String name, String variable, String base) {
        ModelClient client = Shapes.clients(provider, name + ":m", Optional.empty(), Map.of(variable, "k"))
                .getFirst();
        assertThat(client.id().base()).isEqualTo(base);
        assertThat(client.lane()).contains(variable).doesNotContain("k)");
        assertThatThrownBy(() -> Shapes.clients(provider, name + ":m", Optional.empty(), Map.of()))
                .hasMessageContaining("there is no key for " + base)
                .hasMessageContaining(variable);
    }

    @Test
    void aVariableThatIsNearlyTheRightOneIsNamed() {
        assertThatThrownBy(() -> Shapes.clients(provider, "openai:m", Optional.empty(), Map.of("OPENAI_KEY", "sk-x")))
                .hasMessageContaining("the variable OPENAI_KEY is set; it must be called OPENAI_API_KEY")
                .hasMessageNotContaining("sk-x");
    }

    @ParameterizedTest
    @CsvSource({
        "'', http://127.0.0.1:11434/v1",
        "0.0.0.0, http://127.0.0.1:11434/v1",
        ":8080, http://127.0.0.1:8080/v1",
        "box:1234, http://box:1234/v1",
        "http://box/, http://box:11434/v1",
        "https://box.example, https://box.example/v1"
    })
    void ollamaIsFoundWhereItsHostVariableSays(String host, String base) {
        assertThat(Shapes.clients(provider, "ollama:m", Optional.empty(), Map.of("OLLAMA_HOST", host))
                        .getFirst()
                        .id()
                        .base())
                .isEqualTo(base);
    }

    @Test
    void azureIsAskedByDeploymentAndWithItsOwnHeader() {
        server.says(200, HELLO).says(200, HELLO);
        Map<String, String> environment = Map.of("AZURE_OPENAI_API_KEY", "k", "AZURE_OPENAI_ENDPOINT", server.base());
        Shapes.clients(provider, "azure:mine", Optional.empty(), environment)
                .getFirst()
                .ask(Shapes.QUESTION, TEXT);
        assertThat(server.asked().getFirst())
                .startsWith("POST /openai/v1/chat/completions ")
                .contains("api-key: k\r\n");
        Shapes.clients(
                        provider,
                        "azure:mine",
                        Optional.of(server.base()),
                        Map.of("AZURE_OPENAI_API_KEY", "k", "OPENAI_API_VERSION", "2024-10-21"))
                .getFirst()
                .ask(Shapes.QUESTION, TEXT);
        assertThat(server.asked().getLast())
                .startsWith("POST /openai/deployments/mine/chat/completions?api-version=2024-10-21 ");
        assertThatThrownBy(() -> Shapes.clients(provider, "azure:m", Optional.empty(), Map.of()))
                .hasMessageContaining("AZURE_OPENAI_ENDPOINT");
    }

    @Test
    void severalKeysInOneVariableAreAsManyWaysToTheSameModel() {
        List<ModelClient> clients =
                Shapes.clients(provider, "deepseek:m", Optional.empty(), Map.of("DEEPSEEK_API_KEY", "one, two"));
        assertThat(clients)
                .extracting(ModelClient::id)
                .hasSize(2)
                .containsOnly(clients.getFirst().id());
        assertThat(clients)
                .extracting(ModelClient::lane)
                .containsExactly("api.deepseek.com (DEEPSEEK_API_KEY #1)", "api.deepseek.com (DEEPSEEK_API_KEY #2)");
    }

    @Test
    void whatIsKnownOfAModelNeedNotBeLearnt() {
        assertThat(preset("openai:o4-mini").quirks())
                .containsExactlyInAnyOrder(Quirk.MAX_COMPLETION_TOKENS, Quirk.NO_TEMPERATURE);
        assertThat(preset("openai:gpt-5-chat-latest").quirks()).containsExactly(Quirk.MAX_COMPLETION_TOKENS);
        assertThat(preset("dashscope:qwq-plus").has(Quirk.STREAM_ONLY)).isTrue();
        assertThat(preset("dashscope:qwen3-32b").has(Quirk.THINKING_OFF_SWITCH)).isTrue();
        assertThat(preset("dashscope:qwen-plus").has(Quirk.THINKING_OFF_SWITCH)).isFalse();
        assertThat(client("openai:o4-mini").preset().quirks())
                .as("somebody else's server")
                .isEmpty();
    }

    @Test
    void aStreamIsPutTogetherToWhatWouldHaveComeInOnePiece() {
        String stream = Shapes.recorded("openai_stream.txt");
        server.last("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + stream);
        ChatReply reply = client("openai:qwq-plus")
                .ask(Shapes.QUESTION, TEXT.with(Quirk.STREAM_ONLY))
                .reply();
        assertThat(reply.text()).isEqualTo("four");
        assertThat(reply.reasoning()).isEqualTo("two and two");
        assertThat(reply.usage().total()).isEqualTo(18);
        assertThat(provider.reader().read(reply.body(), reply.answeredBy())).isEqualTo(reply);
    }

    @Test
    void piecesOfAStreamMayBeBlocks() {
        server.last("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
                + delta("[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"two \"}]}]")
                + delta("[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"and two\"}]}]")
                + delta("[{\"type\":\"text\",\"text\":\"fo\"}]") + delta("\"ur\"") + "data: [DONE]\n\n");
        ChatReply reply = client("openai:m")
                .ask(Shapes.QUESTION, TEXT.with(Quirk.STREAM_ONLY))
                .reply();
        assertThat(reply.text()).isEqualTo("four");
        assertThat(reply.reasoning()).isEqualTo("two and two");
    }

    private static String delta(String content) {
        return "data: {\"choices\":[{\"delta\":{\"content\":" + content + "}}]}\n\n";
    }

    @Test
    void aStreamThatEndsBeforeItsEndIsCut() {
        String stream = Shapes.recorded("openai_stream.txt");
        String half = stream.substring(0, stream.indexOf("\"content\":\"ur\""));
        server.last("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + half);
        assertThatThrownBy(() -> client("openai:m").ask(Shapes.QUESTION, TEXT.with(Quirk.STREAM_ONLY)))
                .isInstanceOfSatisfying(
                        TryAgain.class, e -> assertThat(e.fault()).isEqualTo(Fault.CUT));
    }

    @Test
    void aModelThatIsNotThereIsTheNearestOneThatIs() {
        server.says(404, "{\"error\":{\"message\":\"The model `gpt-5-mni` does not exist\"}}")
                .says(200, Shapes.recorded("openai_models.json"));
        assertThatThrownBy(() -> client("openai:gpt-5-mni").ask(Shapes.QUESTION, TEXT))
                .hasMessageContaining("does not know the model 'gpt-5-mni'")
                .hasMessageContaining("did you mean 'gpt-5-mini'?");
        assertThat(server.asked().getLast()).startsWith("GET /v1/models ");
    }

    @Test
    void theKeyOfAnotherHouseIsRecognised() {
        server.says(401, "{\"error\":{\"message\":\"Incorrect API key provided: sk-ant-secret\"}}");
        ModelClient client =
                Shapes.client(provider, "openai:m", server.base(), Map.of("OPENAI_API_KEY", "sk-ant-secret"));
        assertThatThrownBy(() -> client.ask(Shapes.QUESTION, TEXT))
                .hasMessageContaining("OPENAI_API_KEY holds what looks like a key of Anthropic")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aWordInPlaceOfAKeyDoesNotHideWhatTheServerComplainsAbout() {
        server.says(400, "{\"error\":{\"message\":\"System role not supported\"}}")
                .says(400, "{\"error\":{\"message\":\"too long\",\"code\":\"context_length_exceeded\"}}");
        ModelClient client = Shapes.client(provider, "openai:m", server.base(), Map.of("OPENAI_API_KEY", "e"));
        assertThatThrownBy(() -> client.ask(Shapes.QUESTION, TEXT))
                .isInstanceOfSatisfying(
                        UnfitManner.class, e -> assertThat(e.quirk()).isEqualTo(Quirk.NO_SYSTEM_MESSAGE));
        assertThatThrownBy(() -> client.ask(Shapes.QUESTION, TEXT))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.refusal()).contains(Refusal.TOO_LONG));
    }

    @Test
    void whereLongCallsAreCutTheAdviceIsAWayThatPaysForNothingAgain() {
        server.says(504, "");
        assertThatThrownBy(() -> client("openai:m").ask(Shapes.QUESTION, TEXT))
                .isInstanceOfSatisfying(
                        TryAgain.class, e -> assertThat(e.problem().fix()).contains("quirks: [stream_only]"));
    }

    @Test
    void errorsThatComeAsSuccessesAreErrors() {
        server.says(200, Shapes.recorded("openrouter_error.json")).says(200, Shapes.recorded("minimax_balance.json"));
        assertThatThrownBy(() -> client("openrouter:m").ask(Shapes.QUESTION, TEXT))
                .isInstanceOfSatisfying(
                        TryAgain.class, e -> assertThat(e.fault()).isEqualTo(Fault.BUSY));
        assertThatThrownBy(() -> client("minimax:m").ask(Shapes.QUESTION, TEXT)).hasMessageContaining("no credit left");
    }

    @Test
    void whatIsLeftOfAWindowAndHowLongToWaitIsReadFromTheHeaders() {
        server.says(
                        200,
                        HELLO,
                        "x-ratelimit-remaining-requests: 59",
                        "x-ratelimit-remaining-tokens: 149984",
                        "x-ratelimit-reset-requests: 1s",
                        "x-ratelimit-reset-tokens: 6m0.5s")
                .says(429, "{}", "retry-after-ms: 1500", "retry-after: 2")
                .says(429, "{}", "Date: Fri, 01 Jan 2027 00:00:00 GMT", "Retry-After: Fri, 01 Jan 2027 00:00:07 GMT");
        WireReply reply = client("openai:m").ask(Shapes.QUESTION, TEXT);
        assertThat(reply.headroom())
                .isEqualTo(new Headroom(
                        OptionalLong.of(59), OptionalLong.of(149_984), Optional.of(Duration.ofMillis(360_500))));
        for (Duration wait : List.of(Duration.ofMillis(1500), Duration.ofSeconds(7))) {
            assertThatThrownBy(() -> client("openai:m").ask(Shapes.QUESTION, TEXT))
                    .isInstanceOfSatisfying(
                            TryAgain.class, e -> assertThat(e.after()).contains(wait));
        }
    }

    @Test
    void whatAnEndpointWantsDifferentIsThrownAsALesson() {
        server.says(400, "{\"error\":{\"message\":\"System role not supported\"}}");
        assertThatThrownBy(() -> client("openai:m").ask(Shapes.QUESTION, TEXT))
                .isInstanceOfSatisfying(
                        UnfitManner.class, e -> assertThat(e.quirk()).isEqualTo(Quirk.NO_SYSTEM_MESSAGE));
    }

    private ModelClient client(String spec) {
        return Shapes.client(provider, spec, server.base() + "/v1", Map.of("OPENAI_API_KEY", "k"));
    }

    private Manner preset(String spec) {
        Map<String, String> keys = Map.of("OPENAI_API_KEY", "k", "DASHSCOPE_API_KEY", "k");
        return Shapes.clients(provider, spec, Optional.empty(), keys).getFirst().preset();
    }
}
