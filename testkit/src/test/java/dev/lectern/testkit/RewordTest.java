package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.engine.RunTools;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.ask.RewordInstruction;
import dev.lectern.stage.screen.ScreenHops;
import dev.lectern.text.Chance;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RewordTest {
    private static final MemoryCorpus CORPUS = MemoryCorpus.of(Map.of("dam.md", "The gates open at 4 metres."), "en");
    private static final String ASKED = "When do the gates of the \"Zeunerthal\" dam open, which is 42 metres high?";

    @Test
    void theAnswerStaysAndTheMeaningIsAsked() {
        FakeModel model = model("At what level is the 42 metres high \"Zeunerthal\" dam opened up?", true);
        List<Outcome> outcomes = reworded(model);
        assertThat(outcomes).hasSize(2).allMatch(Outcome.Kept.class::isInstance);
        assertThat(outcomes.getLast().sample().answer()).isEqualTo("At 4 metres.");
        assertThat(outcomes.getLast().sample().lineage().calls()).hasSize(2);
        assertThat(model.asked()).hasSize(2);
    }

    @Test
    void otherFiguresNamesOrMeaningsAreDropped() {
        assertThat(reason(model("When is the 43 metres high \"Zeunerthal\" dam opened?", true)))
                .isEqualTo("reworded means something else");
        assertThat(reason(model("When is this 42 metres high dam opened up?", true)))
                .isEqualTo("reworded means something else");
        assertThat(reason(model("Who built the 42 metres high \"Zeunerthal\" dam?", false)))
                .isEqualTo("reworded means something else");
        assertThat(reason(model(ASKED.replace("When", "when") + " ", true))).isEqualTo("reworded is a copy");
    }

    @Test
    void aQuestionThatOneDocumentAnswersIsNoneAcrossDocuments() {
        Sample row = row().withTag("hops", "several").withEvidence(List.of(quote("a"), quote("a")));
        assertThat(new ScreenHops().apply(row, tools(FakeModel.sensible())).getFirst())
                .isInstanceOfSatisfying(
                        Outcome.Dropped.class,
                        dropped -> assertThat(dropped.reason()).isEqualTo("answered from one document"));
        assertThat(new ScreenHops()
                        .apply(row.withEvidence(List.of(quote("a"), quote("b"))), tools(FakeModel.sensible())))
                .allMatch(Outcome.Kept.class::isInstance);
    }

    private static Evidence quote(String document) {
        return Evidence.claimed(document, document + "1", "4 metres", Optional.empty());
    }

    private static String reason(FakeModel model) {
        return ((Outcome.Dropped) reworded(model).getLast()).reason();
    }

    private static List<Outcome> reworded(FakeModel model) {
        return new RewordInstruction(1).apply(row(), tools(model));
    }

    private static Sample row() {
        return Sample.seedling("seed", "en", List.of(), Lineage.of("test"))
                .child("row", List.of(Turn.user(ASKED)), "qa")
                .withAnswer("At 4 metres.");
    }

    private static FakeModel model(String reworded, boolean same) {
        return FakeModel.by(request -> request.messages().getFirst().content().contains("\"supported\"")
                ? "{\"supported\":" + same + ",\"unsupported\":[],\"reason\":\"\"}"
                : "{\"instructions\":[{\"instruction\":\"" + reworded.replace("\"", "\\\"") + "\",\"task\":\"qa\"}]}");
    }

    private static RunTools tools(FakeModel model) {
        return new RunTools(
                "test",
                CORPUS,
                Map.of("writer", List.of(model)),
                ResourcePrompts.shipped(),
                Clock.systemUTC(),
                new Chance(42, "stage"));
    }
}
