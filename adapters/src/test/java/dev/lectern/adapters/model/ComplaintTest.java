package dev.lectern.adapters.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.Quirk;
import dev.lectern.model.ReplyForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComplaintTest {
    private static final ChatRequest FULL = ChatRequest.of(
                    List.of(ChatMessage.system("one"), ChatMessage.system("two"), ChatMessage.user("what?")))
            .withParameter("max_tokens", 100)
            .withParameter("temperature", 0.7)
            .withSchema(JsonNodeFactory.instance.objectNode());
    private static final Manner PLAIN = Manner.of(ReplyForm.JSON_OBJECT);

    static Stream<Arguments> complaints() throws IOException {
        try (InputStream in = Objects.requireNonNull(ComplaintTest.class.getResourceAsStream("complaints.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Arguments.of((Object[]) line.split("\t")));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("complaints")
    void theWordsOfAnEndpointNameItsQuirk(String quirk, String whose, String body) {
        assertThat(Complaint.quirk(body, FULL, PLAIN).map(Quirk::name).orElse("NONE"))
                .as(whose)
                .isEqualTo(quirk);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("complaints")
    void aQuirkThatIsHonouredIsNeverLearntAgain(String quirk, String whose, String body) {
        Manner all = PLAIN;
        for (Quirk known : Quirk.values()) {
            all = all.with(known);
        }
        assertThat(Complaint.quirk(body, FULL, all)).as(whose + " " + quirk).isEmpty();
    }

    @Test
    void whereTheUserWantsThinkingItIsStreamedInsteadOfSwitchedOff() {
        assertThat(Complaint.quirk(
                        "parameter.enable_thinking must be set to false for non-streaming calls",
                        FULL.withParameter("thinking", true),
                        PLAIN))
                .contains(Quirk.STREAM_ONLY);
    }

    @Test
    void aComplaintAboutWhatWasNotSentIsNoQuirk() {
        ChatRequest bare = ChatRequest.of(List.of(ChatMessage.user("what?")));
        assertThat(Complaint.quirk("'temperature' is not supported", bare, PLAIN))
                .isEmpty();
        assertThat(Complaint.quirk("System role not supported", bare, PLAIN)).isEmpty();
    }
}
