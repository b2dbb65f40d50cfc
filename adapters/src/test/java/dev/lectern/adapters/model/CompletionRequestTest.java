package dev.lectern.adapters.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.Quirk;
import dev.lectern.model.ReplyForm;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionRequestTest {
    private static final ChatRequest FULL = ChatRequest.of(
                    List.of(ChatMessage.system("be kind"), ChatMessage.system("be short"), ChatMessage.user("what?")))
            .withParameter("max_tokens", 100)
            .withParameter("temperature", 0.7)
            .withSchema(JsonNodeFactory.instance.objectNode().put("type", "object"));

    @Test
    void quirksChangeWhatGoesOverTheWire() {
        assertThat(written(Quirk.MAX_COMPLETION_TOKENS)
                        .path("max_completion_tokens")
                        .asInt())
                .isEqualTo(100);
        assertThat(written(Quirk.MAX_COMPLETION_TOKENS).has("max_tokens")).isFalse();
        assertThat(written(Quirk.NO_MAX_TOKENS).has("max_tokens")).isFalse();
        assertThat(written(Quirk.NO_TEMPERATURE).has("temperature")).isFalse();
        assertThat(written(Quirk.THINKING_OFF_SWITCH).path("enable_thinking")).hasToString("false");
        assertThat(written(Quirk.STREAM_ONLY).path("stream").asBoolean()).isTrue();
        assertThat(written(Quirk.STREAM_ONLY)
                        .path("stream_options")
                        .path("include_usage")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void systemMessagesAreMergedOrFoldedIntoTheUsersTurn() {
        assertThat(written(Quirk.ONE_SYSTEM_MESSAGE).path("messages"))
                .hasToString("[{\"role\":\"system\",\"content\":\"be kind\\n\\nbe short\"},"
                        + "{\"role\":\"user\",\"content\":\"what?\"}]");
        assertThat(written(Quirk.NO_SYSTEM_MESSAGE).path("messages"))
                .hasToString("[{\"role\":\"user\",\"content\":\"be kind\\n\\nbe short\\n\\nwhat?\"}]");
    }

    @Test
    void theWordJsonIsSaidOnceAndOnlyWhereJsonIsAskedFor() {
        assertThat(written(Quirk.SAY_JSON)
                        .path("messages")
                        .path(2)
                        .path("content")
                        .asText())
                .isEqualTo("what?\n\nJSON");
        Manner text = Manner.of(ReplyForm.TEXT).with(Quirk.SAY_JSON);
        assertThat(CompletionRequest.write("m", FULL, text, ThinkingSwitch.NONE))
                .doesNotContain("JSON");
    }

    @Test
    void aSchemaCanBeTheParametersOfAToolThatTheModelMustCall() {
        JsonNode body =
                Bodies.tree(CompletionRequest.write("m", FULL, Manner.of(ReplyForm.TOOLS), ThinkingSwitch.NONE));
        assertThat(body.path("tools").path(0).path("function").path("parameters"))
                .isEqualTo(FULL.schema().orElseThrow());
        assertThat(body.path("tool_choice").path("function").path("name").asText())
                .isEqualTo("reply");
        ChatReply reply = new Completion("{\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[{\"type\":"
                        + "\"function\",\"function\":{\"name\":\"reply\",\"arguments\":\"{\\\"a\\\":1}\"}}]},"
                        + "\"finish_reason\":\"tool_calls\"}]}")
                .read("m");
        assertThat(reply.text()).isEqualTo("{\"a\":1}");
        assertThat(reply.finish()).isEqualTo("stop");
    }

    private static JsonNode written(Quirk quirk) {
        return Bodies.tree(CompletionRequest.write(
                "m", FULL, Manner.of(ReplyForm.JSON_OBJECT).with(quirk), ThinkingSwitch.NONE));
    }
}
