package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lectern.corpus.Passage;
import dev.lectern.engine.RunTools;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.sample.Doubt;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Tools;
import dev.lectern.stage.answer.AnswerFollowUps;
import dev.lectern.text.Chance;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Follow-ups are looked up by the question that they were condensed into, and answered from what that finds. */
class FollowUpsTest {
    private static final String GATES = "Gates of the reservoir open when the level passes 4 metres.";
    private static final String WARDEN = "The warden reads the gauge twice a day.";
    private static final String WINTER = "In winter the bakery in the village sells rye bread at 6 in the morning.";
    private static final MemoryCorpus CORPUS =
            MemoryCorpus.of(Map.of("dam.md", GATES, "warden.md", WARDEN, "bakery.md", WINTER), "en");
    private static final String FROM_THE_BAKERY =
            "{\"response\":\"At 6 in the morning.\",\"citations\":[{\"passage\":1,\"quote\":\"at 6 in the morning\"}]}";

    @Test
    void aFollowUpIsAnsweredFromWhatItsStandaloneQuestionFinds() {
        FakeModel model = FakeModel.saying(FROM_THE_BAKERY);
        Sample kept = kept(talk("And the bread?", "When does the bakery sell rye bread?"), model);
        assertThat(model.asked()).hasSize(1);
        assertThat(model.asked().getFirst().messages().getLast().content())
                .contains(
                        WINTER,
                        "And the bread?",
                        "When does the bakery sell rye bread?",
                        "User: When do the gates open?")
                .doesNotContain(WARDEN);
        assertThat(kept.messages())
                .extracting(Turn::content)
                .containsExactly(
                        "When do the gates open?",
                        "When the level passes 4 metres.",
                        "And the bread?",
                        "At 6 in the morning.");
        assertThat(kept.evidence())
                .extracting(Evidence::quote)
                .containsExactly("when the level passes 4 metres", "at 6 in the morning");
        assertThat(kept.evidence().getLast().passage())
                .isEqualTo(passage(WINTER).id());
        assertThat(Doubt.shown(kept))
                .contains(passage(GATES).id(), passage(WINTER).id());
        assertThat(kept.extra()).containsKey("standalone").doesNotContainKey("cited");
        assertThat(kept.lineage().calls()).hasSize(1);
    }

    @Test
    void aCorrectionIsLookedUpByWhatWasMeant() {
        FakeModel model = FakeModel.saying(FROM_THE_BAKERY);
        kept(talk("Sorry, I meant the bread, not the gates.", "When does the bakery sell rye bread?"), model);
        assertThat(model.asked().getFirst().messages().getLast().content()).contains(WINTER);
    }

    @Test
    void whereNothingElseIsFoundTheConversationStaysAsItIsAndCostsNothing() {
        FakeModel model = FakeModel.saying(FROM_THE_BAKERY);
        Sample talk = talk("And when exactly?", "At which level do the gates of the reservoir open?");
        Sample kept = kept(talk, model);
        assertThat(model.asked()).isEmpty();
        assertThat(kept.messages()).isEqualTo(talk.messages());
        assertThat(kept.evidence()).isEqualTo(talk.evidence());
        assertThat(kept.extra()).doesNotContainKey("cited");
    }

    @Test
    void aFollowUpThatTheEvidenceDoesNotAnswerEndsTheConversationBeforeIt() {
        FakeModel silent = FakeModel.saying("{\"response\":null,\"citations\":[],\"reason\":\"no price\"}");
        Outcome outcome = apply(new AnswerFollowUps(), talk("What is its price?", "What does rye bread cost?"), silent);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Dropped.class,
                        dropped -> assertThat(dropped.reason()).isEqualTo("no follow-up that the evidence answers"));
    }

    @Test
    void withoutAnIndexNothingIsLookedUpAndOtherRowsPassThrough() {
        FakeModel model = FakeModel.saying(FROM_THE_BAKERY);
        Sample talk = talk("And the bread?", "When does the bakery sell rye bread?");
        assertThat(apply(new AnswerFollowUps("own", 3, 3000), talk, model)
                        .sample()
                        .messages())
                .isEqualTo(talk.messages());
        Sample plain = talk.without("standalone").without("cited");
        assertThat(apply(new AnswerFollowUps(), plain, model)).isEqualTo(new Outcome.Kept(plain));
        assertThat(model.asked()).isEmpty();
        assertThatThrownBy(() -> new AnswerFollowUps("hybird", 3, 3000)).hasMessageContaining("known: own, lexical");
    }

    private static Sample kept(Sample talk, FakeModel model) {
        Outcome outcome = apply(new AnswerFollowUps("lexical", 1, 3000), talk, model);
        assertThat(outcome).isInstanceOf(Outcome.Kept.class);
        return outcome.sample();
    }

    private static Outcome apply(AnswerFollowUps stage, Sample talk, FakeModel model) {
        Tools tools = new RunTools(
                "test",
                CORPUS,
                Map.of("writer", List.of(model)),
                ResourcePrompts.shipped(),
                Clock.systemUTC(),
                new Chance(42, ""));
        return stage.apply(talk, tools).getFirst();
    }

    private static Passage passage(String text) {
        return CORPUS.passages().stream()
                .map(CORPUS::passage)
                .filter(passage -> CORPUS.text(passage).equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** A conversation that was written from the first passage alone. */
    private static Sample talk(String followUp, String standalone) {
        ArrayNode questions = JsonNodeFactory.instance.arrayNode().add(standalone);
        ArrayNode cited = JsonNodeFactory.instance.arrayNode();
        cited.addArray().add("when the level passes 4 metres");
        cited.addArray().add("4 metres");
        ArrayNode shown =
                JsonNodeFactory.instance.arrayNode().add(passage(GATES).id());
        Passage gates = passage(GATES);
        return Sample.seedling("talk", "en", List.of(), Lineage.of("test"))
                .withMessages(List.of(
                        Turn.user("When do the gates open?"),
                        Turn.assistant("When the level passes 4 metres."),
                        Turn.user(followUp),
                        Turn.assistant("At 4 metres.")))
                .withEvidence(List.of(
                        Evidence.claimed(
                                gates.document(), gates.id(), "when the level passes 4 metres", Optional.empty()),
                        Evidence.claimed(gates.document(), gates.id(), "4 metres", Optional.empty())))
                .withExtra("standalone", questions)
                .withExtra("cited", cited)
                .withExtra("shown", shown);
    }
}
