package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Document;
import dev.lectern.engine.RunTools;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Tools;
import dev.lectern.stage.extract.PairUnanswerable;
import dev.lectern.stage.screen.ScreenAnswer;
import dev.lectern.stage.screen.ScreenInstruction;
import dev.lectern.text.Chance;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairUnanswerableTest {
    private static final String PUMP =
            "A bilge pump lifts water out of the hull. Turn the grey handle until the float rises, and let "
                    + "it run for ten minutes before you leave the berth, since the hull fills again slowly after rain and in heavy seas.";
    private static final String SAIL =
            "Mainsails are folded from the leech towards the mast in even layers a forearm wide. Two people stand "
                    + "at either end, pull the cloth tight and lay every layer upon the last, so that no crease runs along the battens.";

    private static final MemoryCorpus CORPUS =
            MemoryCorpus.of(Map.of("boat/pump.md", PUMP, "boat/sail.md", SAIL, "car/brake.md", "Other things."), "en");
    private static final Tools TOOLS = new RunTools(
            "test", CORPUS, Map.of(), ToyStages.noPrompts(), Clock.systemUTC(), new Chance(42, "pair-unanswerable"));

    private static Sample row(String family) {
        return Sample.seedling("row", "en", List.of(), Lineage.of("test"))
                .withTag("document", Document.idOf("boat/pump.md"))
                .withTag("family", family)
                .withMessages(List.of(
                        Turn.user("What is a bilge pump?"),
                        Turn.assistant("A bilge pump lifts water out of the hull.")));
    }

    @Test
    void aQuestionMeetsAPassageOfAnotherPageThatIsSilentAboutIt() {
        List<Outcome> outcomes = new PairUnanswerable(1).apply(row("definition"), TOOLS);
        assertThat(outcomes).hasSize(2).allMatch(Outcome.Kept.class::isInstance);
        Sample born = outcomes.getLast().sample();
        assertThat(born.task()).isEqualTo("unanswerable");
        assertThat(born.instruction()).contains("What is a bilge pump?", SAIL);
        assertThat(born.answer()).containsIgnoringCase("passage");
        assertThat(born.evidence())
                .singleElement()
                .satisfies(e -> assertThat(CORPUS.document(e.document()).text().substring(e.start(), e.end()))
                        .isEqualTo(e.quote()));
        assertThat(born.lineage().parents()).contains("row");
    }

    @Test
    void theScreensLetItPass() {
        Sample born = new PairUnanswerable(1)
                .apply(row("definition"), TOOLS)
                .getLast()
                .sample();
        assertThat(new ScreenInstruction().apply(born, TOOLS)).allMatch(Outcome.Kept.class::isInstance);
        assertThat(new ScreenAnswer().apply(born, TOOLS)).allMatch(Outcome.Kept.class::isInstance);
    }

    @Test
    void offMeansOffAndOtherFamiliesAreLeftAlone() {
        assertThat(new PairUnanswerable().apply(row("definition"), TOOLS)).hasSize(1);
        assertThat(new PairUnanswerable(1).apply(row("acronym"), TOOLS)).hasSize(1);
    }

    @Test
    void aPassageThatSpeaksOfItIsNotTaken() {
        MemoryCorpus talks = MemoryCorpus.of(
                Map.of(
                        "boat/pump.md",
                        PUMP,
                        "boat/more.md",
                        PUMP.replace("grey", "red") + " The bilge pump is under the floor."),
                "en");
        Tools tools =
                new RunTools("test", talks, Map.of(), ToyStages.noPrompts(), Clock.systemUTC(), new Chance(42, "x"));
        assertThat(new PairUnanswerable(1).apply(row("definition"), tools)).hasSize(1);
    }
}
