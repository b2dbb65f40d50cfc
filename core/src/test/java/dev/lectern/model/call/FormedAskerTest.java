package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Cost;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.Quirk;
import dev.lectern.model.Refusal;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.Usage;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is done about a reply that is not what was asked for, cheapest first. */
class FormedAskerTest {
    private static final JsonNode QUESTIONS = Json.read("""
            {"type":"object","required":["questions"],"properties":{"questions":{"type":"array","items":
              {"type":"object","required":["text","kind"],"properties":{
                "text":{"type":"string"},"kind":{"type":"string"}}}}}}
            """, JsonNode.class);
    private static final JsonNode ANSWER = Json.read("""
            {"type":"object","required":["response","citations","reason"],"properties":{
              "response":{"type":["string","null"]},"reason":{"type":["string","null"]},
              "citations":{"type":"array","items":{"type":"object","required":["passage","quote"],"properties":{
                "passage":{"type":"integer"},"quote":{"type":"string"}}}}}}
            """, JsonNode.class);
    private static final String GOOD = "{\"questions\":[{\"text\":\"Who?\",\"kind\":\"qa\"}]}";
    private static final String NO_KIND = "{\"questions\":[{\"text\":\"Who?\",\"kind\":\"qa\"},{\"text\":\"When?\"}]}";

    private final List<ChatRequest> asked = new ArrayList<>();
    private final Bill bill = new Bill();

    @Test
    void aReplyThatFitsIsAskedForOnce() {
        assertThat(ask(questions(), said(GOOD)).text()).isEqualTo(GOOD);
        assertThat(asked).hasSize(1);
        assertThat(bill.unusable()).isEmpty();
    }

    @Test
    void aMalformedReplyIsAFaultAndTheSameQuestionIsAskedAgain() {
        assertThat(ask(questions(), said("{\"questions\" [oops"), said("{\"result\":[1]}"), said(GOOD))
                        .text())
                .isEqualTo(GOOD);
        assertThat(asked).hasSize(3).containsOnly(questions());
        assertThat(bill.unusable()).containsExactly("body of {\"questions\" [oops", "body of {\"result\":[1]}");
        assertThat(bill.calls()).isEqualTo(3);
    }

    @Test
    void jsonThatMustBeMendedIsAFaultWhereTheServerPromisesJsonAndTakenWhereItDoesNot() {
        String comma = "{\"questions\":[{\"text\":\"Who?\",\"kind\":\"qa\"},]}";
        assertThat(ask(questions(), said(comma), said(GOOD)).text()).isEqualTo(GOOD);
        assertThat(ask(Manner.of(ReplyForm.TEXT), questions(), said("Sure! " + comma))
                        .text())
                .endsWith(comma);
        assertThat(asked).hasSize(3);
    }

    @Test
    void jsonThatMustAlwaysBeMendedIsTakenBeforeARepairIsPaidFor() {
        String comma = "{\"questions\":[{\"text\":\"Who?\",\"kind\":\"qa\"},]}";
        assertThat(ask(questions(), said(comma), said(comma), said(comma)).text())
                .isEqualTo(comma);
        assertThat(bill.unusable()).hasSize(2);
    }

    @Test
    void afterThreeTriesTheModelIsShownItsReplyAndWhatIsWrongWithIt() throws IOException {
        assertThat(ask(questions(), said("no"), said("no"), said(NO_KIND), said(GOOD))
                        .text())
                .isEqualTo(GOOD);
        String repair = asked.getLast().messages().stream()
                .map(m -> "=== " + m.role() + "\n" + m.content() + "\n")
                .collect(Collectors.joining());
        Path golden = Path.of("src/test/resources/golden/repair.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, repair);
        }
        assertThat(repair).isEqualTo(Files.readString(golden)).contains("$.questions[1].kind is missing");
    }

    @Test
    void whatARepairDoesNotMendIsSavedItemByItem() {
        String two = "{\"questions\":[{\"text\":\"a\",\"kind\":\"qa\"},{\"text\":\"b\",\"kind\":\"qa\"},{\"text\":3}]}";
        assertThat(ask(questions(), said("no"), said(two), said(NO_KIND), said("no"))
                        .text())
                .isEqualTo(two);
        assertThat(bill.unusable()).hasSize(3).doesNotContain("body of " + two);
        assertThat(bill.calls()).isEqualTo(4);
    }

    @Test
    void whatCannotBeSavedIsRefusedAndTheLastWordKept() {
        assertThatThrownBy(() -> ask(questions(), said("no"), said("no"), said("I won't"), said("never")))
                .isInstanceOfSatisfying(ModelException.class, e -> {
                    assertThat(e.refusal()).contains(Refusal.MALFORMED);
                    assertThat(e.raw()).isEqualTo("body of I won't");
                })
                .hasMessageContaining("the reply holds no JSON that can be read");
        assertThat(bill.unusable()).containsExactly("body of no", "body of no", "body of never");
    }

    @Test
    void anEndForLengthBeforeTheLimitIsAFault() {
        ChatRequest limited = questions().withParameter("max_tokens", 100L);
        assertThat(ask(limited, cut("{\"questions\":[", 40), said(GOOD)).text()).isEqualTo(GOOD);
        assertThat(asked).hasSize(2).containsOnly(limited);
    }

    @Test
    void aTrueCutDoublesTheLimitOnce() {
        ChatRequest limited = questions().withParameter("max_tokens", 100L);
        assertThat(ask(limited, cut("{\"questions\":[", 100), said(GOOD)).text())
                .isEqualTo(GOOD);
        assertThat(asked).extracting(r -> r.parameters().get("max_tokens")).containsExactly(100L, 200L);
    }

    @Test
    void ofAListThatIsCutTwiceTheWholeItemsAreSavedWithoutARepair() {
        ChatRequest limited = questions().withParameter("max_tokens", 100L);
        String one = GOOD.substring(0, GOOD.length() - 2) + ",{\"text\":\"Wh";
        assertThat(ask(limited, cut("{\"questions\":[", 100), cut(one, 200)).text())
                .isEqualTo(one);
        assertThat(asked).hasSize(2);
    }

    @Test
    void anAnswerMustBeWhole() {
        ChatRequest limited = question().withSchema(ANSWER).withParameter("max_tokens", 100L);
        String half = "{\"response\":\"Ten.\",\"citations\":[{\"passage\":1,\"quote\":\"ten\"},{";
        assertThatThrownBy(() -> ask(limited, cut(half, 100), cut(half, 200)))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.refusal()).contains(Refusal.CUT_OFF))
                .hasMessageContaining("cut off at 200 tokens");
    }

    @Test
    void withoutALimitTheFirstCutIsAFaultAndTheSecondIsTheModelsOwn() {
        assertThat(ask(questions(), cut("{", 9), said(GOOD)).text()).isEqualTo(GOOD);
        assertThatThrownBy(() -> ask(question(), cut("Once upon", 9), cut("Once upon", 9)))
                .hasMessageContaining("cut off at the model's own limit");
        assertThat(asked).hasSize(4);
    }

    @Test
    void aLimitThatTheServerDoesNotTakeIsNone() {
        ChatRequest limited = questions().withParameter("max_tokens", 100L);
        Manner unlimited = Manner.of(ReplyForm.SCHEMA).with(Quirk.NO_MAX_TOKENS);
        assertThatThrownBy(() -> ask(unlimited, limited, cut("{", 40), cut("{", 40)))
                .hasMessageContaining("at the model's own limit");
    }

    @Test
    void jsonThatIsWholeIsTakenHoweverTheModelWentOnAfterIt() {
        assertThat(ask(questions(), cut(GOOD + "\n\n\n\n", 100)).text()).startsWith(GOOD);
    }

    @Test
    void anEmptyTextIsNoAnswer() {
        assertThat(ask(question(), said(" "), said("Ten.")).text()).isEqualTo("Ten.");
        assertThatThrownBy(() -> ask(question(), said(""), said(""), said("")))
                .hasMessageContaining("the reply is empty");
    }

    @Test
    void whatTheEvidenceDoesNotSayNeedsNeitherCitationsNorReason() {
        assertThat(ask(question().withSchema(ANSWER), said("{\"response\":null}"))
                        .text())
                .isEqualTo("{\"response\":null}");
    }

    @Test
    void aNoIsNotArguedWith() {
        assertThatThrownBy(() -> ask(questions(), () -> {
                    throw new ModelException(Refusal.POLICY, "no", "raw", Usage.NONE);
                }))
                .hasMessage("no");
        assertThat(asked).hasSize(1);
    }

    /** Gives one reply after another; asking once more than that is a mistake. */
    private ChatReply ask(Manner manner, ChatRequest request, Answer... answers) {
        List<Answer> left = new ArrayList<>(List.of(answers));
        Asker wire = (now, itsBill) -> {
            asked.add(now);
            itsBill.add(Usage.NONE, Cost.UNKNOWN);
            return left.removeFirst().give();
        };
        ChatReply reply = new FormedAsker(wire, () -> manner, new CallMeter()).ask(request, bill);
        assertThat(left).isEmpty();
        return reply;
    }

    private ChatReply ask(ChatRequest request, Answer... answers) {
        return ask(Manner.of(ReplyForm.SCHEMA), request, answers);
    }

    private interface Answer {
        ChatReply give();
    }

    private static Answer said(String text) {
        return () -> new ChatReply("", text, "", "stop", new Usage(10, 10, 0), "m", "body of " + text);
    }

    private static Answer cut(String text, int tokens) {
        return () -> new ChatReply("", text, "", "length", new Usage(10, tokens, 0), "m", "body of " + text);
    }

    private static ChatRequest questions() {
        return question().withSchema(QUESTIONS);
    }

    private static ChatRequest question() {
        return ChatRequest.of(List.of(ChatMessage.system("You answer in JSON."), ChatMessage.user("Ask.")));
    }
}
