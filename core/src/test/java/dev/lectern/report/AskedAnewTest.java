package dev.lectern.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.model.CallKey;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Cost;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskedAnewTest {
    private static final String RULES = "You answer from the passage alone.\nQuote what you rest on.\nBe brief.";
    private static final String PASSAGE = "The filter lasts two hundred hours and is cleaned with warm water.";

    @Test
    void namesTheMessageThatWasChangedAndItsLines() {
        Reply now = reply("small", RULES.replace("Be brief.", "Answer fully."), PASSAGE, 0, 0);
        assertThat(AskedAnew.since(List.of(reply("small", RULES, PASSAGE, 0, 0)), now, Set.of()))
                .hasValueSatisfying(change -> assertThat(change.fields())
                        .containsExactly(new AskedAnew.Field(
                                "messages[0] (system)", List.of("- Be brief.", "+ Answer fully."))));
    }

    @Test
    void namesTheModelTheParameterAndTheRetry() {
        Reply before = reply("small", RULES, PASSAGE, 0, 0);
        assertThat(fields(before, reply("large", RULES, PASSAGE, 0, 0))).containsExactly("model");
        assertThat(fields(before, reply("small", RULES, PASSAGE, 1, 0))).containsExactly("parameters.temperature");
        assertThat(fields(before, reply("small", RULES, PASSAGE, 0, 1))).containsExactly("retry");
    }

    @Test
    void aQuestionOfAnotherPassageIsNoEarlierFormOfThisOne() {
        Reply other = reply("small", "You judge answers.", "The mill stands at the river since long ago.", 0, 0);
        assertThat(AskedAnew.since(List.of(other), reply("small", RULES, PASSAGE, 0, 0), Set.of()))
                .isEmpty();
    }

    @Test
    void theLikestOfSeveralIsMeantAndTheRowsOwnCallsAreNot() {
        Reply now = reply("small", RULES + "\nIn English.", PASSAGE, 0, 0);
        Reply far = reply("small", "Quote what you rest on.", PASSAGE, 0, 0);
        Reply near = reply("small", RULES, PASSAGE, 0, 0);
        assertThat(AskedAnew.since(List.of(far, near), now, Set.of()))
                .hasValueSatisfying(change -> assertThat(change.key()).isEqualTo(near.key()));
        assertThat(AskedAnew.since(List.of(near), now, Set.of(near.key()))).isEmpty();
    }

    private static List<String> fields(Reply before, Reply now) {
        return AskedAnew.since(List.of(before), now, Set.of()).orElseThrow().fields().stream()
                .map(AskedAnew.Field::name)
                .toList();
    }

    private static Reply reply(String model, String system, String user, long temperature, int retry) {
        ChatRequest request = ChatRequest.of(List.of(ChatMessage.system(system), ChatMessage.user(user)));
        CallKey key = CallKey.of(
                new ModelId("fake", "here", model),
                temperature == 0 ? request : request.withParameter("temperature", temperature),
                retry);
        return Reply.to(key, "chat", "{}", model, Usage.NONE, Cost.UNKNOWN, 1, 1, Instant.EPOCH);
    }
}
