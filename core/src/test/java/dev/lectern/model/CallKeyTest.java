package dev.lectern.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pins the identity: if one of these changes, everybody's kept replies are lost. */
class CallKeyTest {
    private static final ModelId MODEL = new ModelId("openai", "https://api.openai.com/v1", "gpt-5-mini");
    private static final ChatRequest REQUEST = ChatRequest.of(
                    List.of(ChatMessage.system("Be brief."), ChatMessage.user("说一个质数 \"七\"\n")))
            .withParameter("temperature", 0.20)
            .withParameter("max_tokens", 100);

    @Test
    void theRequestIsWrittenWithSortedKeysAndPlainNumbers() {
        assertThat(CallKey.of(MODEL, REQUEST).asked())
                .isEqualTo("{\"attempt\":0,\"base\":\"https://api.openai.com/v1\",\"messages\":["
                        + "{\"content\":\"Be brief.\",\"role\":\"system\"},"
                        + "{\"content\":\"说一个质数 \\\"七\\\"\\n\",\"role\":\"user\"}],"
                        + "\"model\":\"gpt-5-mini\",\"parameters\":{\"max_tokens\":100,\"temperature\":0.2},"
                        + "\"provider\":\"openai\"}");
    }

    @Test
    void theHashStaysTheSameFromVersionToVersion() {
        assertThat(CallKey.of(MODEL, REQUEST).hash())
                .isEqualTo("007f39f37e6a2605149b15c35236d8da6d1937f1237ba7bbc8e60664a5a6df7a");
    }

    @Test
    void theSchemaIsPartOfTheQuestion() throws IOException {
        JsonNode schema = Json.mapper().readTree("{\"type\":\"object\",\"properties\":{\"b\":{},\"a\":{}}}");
        CallKey key = CallKey.of(MODEL, REQUEST.withSchema(schema));
        assertThat(key.asked())
                .contains(
                        "\"response_format\":{\"json_schema\":{\"properties\":{\"a\":{},\"b\":{}},\"type\":\"object\"},"
                                + "\"type\":\"json_schema\"}");
        assertThat(key.hash()).isNotEqualTo(CallKey.of(MODEL, REQUEST).hash());
    }

    @Test
    void spellingOfNumbersAndSlashesAtTheEndOfTheAddressPlayNoPart() {
        ModelId slash = new ModelId("openai", "https://api.openai.com/v1/", "gpt-5-mini");
        ChatRequest again = REQUEST.withParameter("max_tokens", 100.0).withParameter("temperature", 0.2f);
        assertThat(CallKey.of(slash, again)).isEqualTo(CallKey.of(MODEL, REQUEST));
    }

    @Test
    void aDeliberateSecondAskingIsAnotherCall() {
        assertThat(CallKey.of(MODEL, REQUEST.again(1)).hash())
                .isNotEqualTo(CallKey.of(MODEL, REQUEST).hash());
    }
}
