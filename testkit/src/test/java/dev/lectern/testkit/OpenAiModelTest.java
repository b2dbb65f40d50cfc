package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.adapters.model.OpenAiProvider;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.ModelSpec;
import dev.lectern.model.ModelToOpen;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.call.Models;
import dev.lectern.prompt.AskReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client on the wire, with nothing around it but tries. */
class OpenAiModelTest extends ChatModelContract {
    private static final ModelSettings KEYLESS = ModelSettings.of(Map.of());
    private static final String SECRET = "sk-very-secret-0123456789";
    private static final ChatRequest HELLO =
            ChatRequest.of(List.of(ChatMessage.system("You answer in JSON."), ChatMessage.user("\"ready\"?")));

    private final List<ModelServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(ModelServer::close);
    }

    @Override
    protected ChatModel sensible() {
        return model(server(ModelServer.Settings.sensible()), "");
    }

    @Override
    protected ChatModel refusing() {
        return model(failing(1, Faults.Kind.REFUSAL), "");
    }

    @Override
    protected ChatModel unreachable() {
        ModelServer server = server(ModelServer.Settings.sensible());
        server.close();
        return model(server, "");
    }

    @ParameterizedTest
    @EnumSource(
            value = Faults.Kind.class,
            names = {"BUSY_WAIT", "BUSY", "BROKEN", "DROPPED", "CUT", "NO_ENVELOPE"})
    void aPassingFaultIsTriedAgainAndGivenUpInTheEnd(Faults.Kind kind) {
        ModelServer server = failing(1, kind);
        assertThatThrownBy(() -> model(server, "").chat(HELLO)).isInstanceOfSatisfying(ModelException.class, e -> {
            assertThat(e.kind()).isEqualTo(ModelException.Kind.UNREACHABLE);
            assertThat(e.problem()).isPresent();
        });
        assertThat(server.counts().requests()).isBetween(3, 8);
    }

    @Test
    void aFaultThatPassesCostsNothingButTime() {
        // With seed 5 the first try meets a fault and a later one does not.
        ModelServer server = server(ModelServer.Settings.sensible().withFaults(Faults.of(5, 0.7, Faults.PASSING)));
        assertThat(model(server, "").chat(HELLO).text()).isEqualTo("{\"ready\":true}");
        assertThat(server.counts().requests()).isGreaterThan(1);
    }

    @Test
    void aWrongKeyIsNotTriedAgainAndNeverShown() {
        ModelServer server = server(ModelServer.Settings.sensible().withKey("another"));
        assertThatThrownBy(() -> model(server, SECRET).chat(HELLO)).isInstanceOfSatisfying(ModelException.class, e -> {
            assertThat(e.kind()).isEqualTo(ModelException.Kind.UNREACHABLE);
            assertThat(e).hasMessageContaining("key is not accepted").hasMessageContaining("OPENAI_API_KEY");
            assertThat(e.toString() + e.problem() + e.getCause()).doesNotContain(SECRET);
        });
        assertThat(server.counts().requests()).isEqualTo(1);
    }

    @Test
    void anUnknownModelAndAMissingV1AreToldApart() {
        ModelServer server = server(ModelServer.Settings.sensible());
        assertThatThrownBy(() ->
                        model(client(server.baseUrl(), "gpt-none", KEYLESS)).chat(HELLO))
                .hasMessageContaining("does not know the model 'gpt-none'");
        String withoutV1 = server.baseUrl().replace("/v1", "");
        assertThatThrownBy(() -> model(client(withoutV1, "test-model", KEYLESS)).chat(HELLO))
                .hasMessageContaining("try --base-url " + withoutV1 + "/v1");
    }

    @Test
    void theFormIsSentTheWayTheModelUnderstandsIt() {
        ModelServer server = server(ModelServer.Settings.sensible().withForms("json_object"));
        ModelClient client = client(server.baseUrl(), "test-model", KEYLESS);
        ChatRequest request = HELLO.withSchema(AskReply.SCHEMA);
        assertThatThrownBy(() -> client.ask(request, Manner.of(ReplyForm.SCHEMA)))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.REFUSED));
        assertThat(client.ask(request, Manner.of(ReplyForm.JSON_OBJECT)).reply().text())
                .contains("ready");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'content':'four','reasoning_content':'hm'}",
                "{'content':'four','reasoning':'hm'}",
                "{'content':'four','reasoning_details':[{'type':'reasoning.text','text':'hm'}]}",
                "{'content':'four','reasoning':'hm','reasoning_details':[{'type':'reasoning.text','text':'hm'}]}",
                "{'content':'<think>hm</think>four'}",
                "{'content':'<think>\\n</think>four','reasoning_content':'hm'}",
                "{'content':' hm\\n</think>\\n\\nfour'}",
                "{'content':[{'type':'thinking','thinking':'hm'},{'type':'text','text':'four'}]}",
                "{'content':[{'type':'thinking','thinking':[{'type':'text','text':'hm'}]},{'type':'text','text':'four'}]}",
                "{'content':[{'type':'reasoning','text':'hm'},{'type':'text','text':'four'}]}"
            })
    void whereverAServerPutsItReasoningIsToldApart(String message) {
        assertThat(read(client("http://127.0.0.1:9/v1", "m", KEYLESS), message.replace('\'', '"')))
                .extracting(ChatReply::text, ChatReply::reasoning)
                .containsExactly("four", "hm");
    }

    @Test
    void tagsInsideAnAnswerInJsonAreTheAnswers() {
        String json = "{\"response\":\"Close it with </think>.\"}";
        assertThat(read(
                        client("http://127.0.0.1:9/v1", "m", KEYLESS),
                        "{\"content\":\"" + json.replace("\"", "\\\"") + "\"}"))
                .extracting(ChatReply::text, ChatReply::reasoning)
                .containsExactly(json, "");
    }

    @Test
    void reasoningIsToldApartFromTheAnswer() {
        ModelClient client = client("http://127.0.0.1:9/v1", "m", KEYLESS);
        assertThat(read(client, "{\"content\":\"<think>hm\\n2</think>\\n\\nfour\"}"))
                .extracting(ChatReply::text, ChatReply::reasoning)
                .containsExactly("four", "hm\n2");
        assertThat(read(client, "{\"content\":\"hm</think>four\"}"))
                .extracting(ChatReply::text, ChatReply::reasoning)
                .containsExactly("four", "hm");
        assertThat(read(client, "{\"content\":\"four\",\"reasoning_content\":\"hm\"}"))
                .extracting(ChatReply::text, ChatReply::reasoning)
                .containsExactly("four", "hm");
        assertThat(read(
                        client,
                        "{\"content\":[{\"type\":\"text\",\"text\":\"fo\"},{\"type\":\"text\",\"text\":\"ur\"}]}"))
                .extracting(ChatReply::text)
                .isEqualTo("four");
    }

    @Test
    void aReplyThatStallsEndsWithTheTimeout() {
        ModelServer server = server(ModelServer.Settings.sensible().withDelay(5000));
        ModelSettings hasty = ModelSettings.of(Map.of()).withTimeout(Duration.ofMillis(200));
        ModelClient slow = client(server.baseUrl(), "test-model", hasty);
        assertThatThrownBy(() -> model(slow).chat(HELLO)).hasMessageContaining("no reply within");
    }

    private static ChatReply read(ModelClient client, String message) {
        return client.read("{\"choices\":[{\"message\":" + message + ",\"finish_reason\":\"stop\"}]}", "m");
    }

    private ModelServer failing(double share, Faults.Kind kind) {
        return server(ModelServer.Settings.sensible().withFaults(Faults.of(1, share, kind)));
    }

    private ModelServer server(ModelServer.Settings settings) {
        ModelServer server = ModelServer.start(settings);
        servers.add(server);
        return server;
    }

    private ChatModel model(ModelServer server, String key) {
        return model(client(server.baseUrl(), "test-model", ModelSettings.of(Map.of("OPENAI_API_KEY", key))));
    }

    private static ModelClient client(String base, String name, ModelSettings settings) {
        ModelSpec spec = new ModelSpec("openai", Optional.of(base), name);
        return new OpenAiProvider()
                .open(new ModelToOpen(spec, "", ModelSetup.of("openai:" + name), settings, "here"))
                .getFirst();
    }

    private static ChatModel model(ModelClient client) {
        return Models.direct(client, ModelSettings.of(Map.of()).withFirstPause(Duration.ofMillis(1)));
    }
}
