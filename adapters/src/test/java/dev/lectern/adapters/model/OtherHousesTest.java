package dev.lectern.adapters.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.adapters.wire.ScriptedServer;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Fault;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelException;
import dev.lectern.model.Refusal;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.TryAgain;
import dev.lectern.model.Usage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Anthropic and Google, by recorded shapes. */
class OtherHousesTest {
    private static final JsonNode SCHEMA = Bodies.tree("""
            {"type":"object","additionalProperties":false,"$schema":"x","required":["b","a"],
             "properties":{"b":{"type":["string","null"]},"a":{"const":"yes"},"c":{"oneOf":[{"type":"integer"}]}}}
            """);

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anthropicGetsTheSystemApartALimitAndItsOwnHeaders() {
        server.says(200, Shapes.recorded("anthropic_reply.json"));
        ChatReply reply =
                anthropic().ask(Shapes.QUESTION, Manner.of(ReplyForm.TEXT)).reply();
        assertThat(reply.text()).isEqualTo("four");
        assertThat(reply.reasoning()).isEqualTo("two and two");
        assertThat(reply.finish()).isEqualTo("stop");
        assertThat(reply.answeredBy()).isEqualTo("claude-sonnet-4-5-20250929");
        assertThat(reply.usage()).isEqualTo(new Usage(115, 20, 100));
        String asked = server.asked().getFirst();
        assertThat(asked)
                .startsWith("POST /v1/messages ")
                .contains("anthropic-version: 2023-06-01")
                .contains("x-api-key: sk-ant-k");
        assertThat(Shapes.body(asked).get("system")).isEqualTo("be kind");
        assertThat(Shapes.body(asked).get("max_tokens")).isEqualTo(8192);
        assertThat(Shapes.body(asked).get("messages")).hasToString("[{role=user, content=two and two?}]");
    }

    @Test
    void anthropicAnswersASchemaThroughATool() {
        server.says(200, Shapes.recorded("anthropic_tool.json"));
        ChatRequest request = Shapes.QUESTION.withSchema(SCHEMA);
        assertThat(anthropic().ask(request, Manner.of(ReplyForm.TOOLS)).reply().text())
                .isEqualTo("{\"ready\":true}");
        assertThat(Shapes.body(server.asked().getFirst()).get("tool_choice")).hasToString("{type=tool, name=reply}");
    }

    @Test
    void anthropicThinksBesideTheLimitOfTheAnswerAndIsNotForced() {
        server.says(200, Shapes.recorded("anthropic_tool.json"));
        ChatRequest request = Shapes.QUESTION
                .withSchema(SCHEMA)
                .withParameter("thinking", 2000L)
                .withParameter("temperature", 0.5)
                .withParameter("max_tokens", 1000L);
        anthropic().ask(request, Manner.of(ReplyForm.TOOLS));
        Map<?, ?> body = Shapes.body(server.asked().getFirst());
        assertThat(body.get("max_tokens")).isEqualTo(3000);
        assertThat(body.get("thinking")).hasToString("{type=enabled, budget_tokens=2000}");
        assertThat(body.get("tool_choice")).hasToString("{type=auto}");
        assertThat(body.containsKey("temperature")).isFalse();
    }

    @Test
    void anthropicRefusesAndIsBusyInItsOwnWay() {
        server.says(200, Shapes.recorded("anthropic_refusal.json"))
                .says(529, Shapes.recorded("anthropic_overloaded.json"));
        assertRefused(anthropic(), "I won't.");
        assertThatThrownBy(() -> anthropic().ask(Shapes.QUESTION, Manner.of(ReplyForm.TEXT)))
                .isInstanceOfSatisfying(
                        TryAgain.class, e -> assertThat(e.fault()).isEqualTo(Fault.BUSY));
    }

    @Test
    void geminiGetsItsOwnShapeAndItsThoughtsAreOutput() {
        server.says(200, Shapes.recorded("gemini_reply.json"));
        ChatRequest request = Shapes.QUESTION.withParameter("max_tokens", 99L).withParameter("thinking", false);
        ChatReply reply = gemini().ask(request, Manner.of(ReplyForm.TEXT)).reply();
        assertThat(reply.text()).isEqualTo("four");
        assertThat(reply.reasoning()).isEqualTo("two and two");
        assertThat(reply.usage()).isEqualTo(new Usage(110, 50, 100));
        String asked = server.asked().getFirst();
        assertThat(asked)
                .startsWith("POST /v1beta/models/gemini-2.5-flash:generateContent ")
                .contains("x-goog-api-key: AIza-k");
        assertThat(Shapes.body(asked).get("systemInstruction")).hasToString("{parts=[{text=be kind}]}");
        assertThat(Shapes.body(asked).get("generationConfig"))
                .hasToString("{maxOutputTokens=99, thinkingConfig={includeThoughts=false, thinkingBudget=0}}");
    }

    @Test
    void geminiReadsAPartOfJsonSchemaOnly() {
        assertThat(GeminiSchema.of(SCHEMA))
                .hasToString("{\"type\":\"object\",\"required\":[\"b\",\"a\"],"
                        + "\"properties\":{\"b\":{\"type\":\"string\",\"nullable\":true},\"a\":{\"enum\":[\"yes\"]},"
                        + "\"c\":{\"anyOf\":[{\"type\":\"integer\"}]}},\"propertyOrdering\":[\"b\",\"a\",\"c\"]}");
        server.says(200, Shapes.recorded("gemini_tool.json"));
        ChatRequest request = Shapes.QUESTION.withSchema(SCHEMA);
        assertThat(gemini().ask(request, Manner.of(ReplyForm.TOOLS)).reply().text())
                .isEqualTo("{\"ready\":true}");
    }

    @Test
    void geminiBlocksAndSaysInTheBodyHowLongToWait() {
        server.says(200, Shapes.recorded("gemini_blocked.json")).says(429, Shapes.recorded("gemini_busy.json"));
        assertRefused(gemini(), "PROHIBITED_CONTENT");
        assertThatThrownBy(() -> gemini().ask(Shapes.QUESTION, Manner.of(ReplyForm.TEXT)))
                .isInstanceOfSatisfying(TryAgain.class, e -> {
                    assertThat(e.fault()).isEqualTo(Fault.BUSY);
                    assertThat(e.after()).contains(Duration.ofSeconds(34));
                });
    }

    private static void assertRefused(ModelClient client, String words) {
        assertThatThrownBy(() -> client.ask(Shapes.QUESTION, Manner.of(ReplyForm.TEXT)))
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(ModelException.class, e -> {
                    assertThat(e.refusal()).contains(Refusal.POLICY);
                    assertThat(e.raw()).isNotEmpty();
                });
    }

    private ModelClient anthropic() {
        return Shapes.client(
                new AnthropicProvider(),
                "anthropic:claude-sonnet-4-5",
                server.base(),
                Map.of("ANTHROPIC_API_KEY", "sk-ant-k"));
    }

    private ModelClient gemini() {
        return Shapes.client(
                new GeminiProvider(), "gemini:gemini-2.5-flash", server.base(), Map.of("GEMINI_API_KEY", "AIza-k"));
    }
}
