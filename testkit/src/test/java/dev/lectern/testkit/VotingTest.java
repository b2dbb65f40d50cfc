package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.corpus.Passage;
import dev.lectern.engine.RunTools;
import dev.lectern.export.Format;
import dev.lectern.export.Formats;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Refusal;
import dev.lectern.model.Usage;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Tools;
import dev.lectern.stage.answer.SettleTies;
import dev.lectern.stage.answer.Vote;
import dev.lectern.text.Chance;
import dev.lectern.text.Hash;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Answerers with known accuracy and independent errors vote as theory has it. */
class VotingTest {
    private static final int QUESTIONS = 4000;
    private static final MemoryCorpus CORPUS = MemoryCorpus.of(Map.of("a.md", "The right answer is right."), "en");

    @Test
    void threeEquallyGoodOnesAreBetterTogether() {
        assertThat(share(true, false, 0.7, 0.7, 0.7)).isCloseTo(0.784, within(0.02));
    }

    @Test
    void wrongAnswersThatCoincideOutvoteTheStrongest() {
        assertThat(share(true, false, 0.6, 0.7, 0.8)).isCloseTo(0.788, within(0.02));
    }

    @Test
    void tiesGoToTheStrongestWhereverItStands() {
        assertThat(share(false, false, 0.6, 0.7, 0.8)).isCloseTo(0.884, within(0.02));
        assertThat(share(false, false, 0.8, 0.6, 0.7)).isCloseTo(0.884, within(0.02));
    }

    @Test
    void aVoterThatAlwaysFailsLosesItsVotesAndIsNamed() {
        List<Sample> rows = rows(false, true, 0.7, 0.8);
        assertThat(rows).hasSize(QUESTIONS).allSatisfy(row -> {
            assertThat(row.scores()).containsEntry("votes", 2.0);
            assertThat(row.tags()).containsEntry("silent-voters", "broken");
            assertThat(row.candidates()).hasSize(2);
        });
    }

    @Test
    void disagreementIsAPreferencePair() {
        List<Sample> rows = rows(false, false, 0.6, 0.7, 0.8);
        Format dpo = Formats.named(List.of("dpo")).getFirst();
        assertThat(rows).anySatisfy(row -> assertThat(row.preference()).isPresent());
        for (Sample row : rows) {
            boolean differ = row.candidates().stream().anyMatch(candidate -> candidate.votes() < 3);
            assertThat(row.preference().isPresent()).isEqualTo(differ);
            if (differ) {
                assertThat(row.preference().orElseThrow().chosen()).contains(row.answer());
                assertThat(row.preference().orElseThrow().rejected())
                        .isPresent()
                        .isNotEqualTo(row.preference().orElseThrow().chosen());
                assertThat(dpo.row(row, Format.Shape.PLAIN)).isInstanceOf(Format.Row.Written.class);
            } else {
                assertThat(dpo.row(row, Format.Shape.PLAIN)).isInstanceOf(Format.Row.LeftOut.class);
            }
        }
    }

    private static double share(boolean coincide, boolean broken, double... accuracies) {
        List<Sample> rows = rows(coincide, broken, accuracies);
        return (double) rows.stream()
                        .filter(row -> row.answer().equals("right"))
                        .count()
                / rows.size();
    }

    private static List<Sample> rows(boolean coincide, boolean broken, double... accuracies) {
        List<ChatModel> voters = new ArrayList<>();
        for (double accuracy : accuracies) {
            voters.add(new Answerer("voter" + voters.size(), accuracy, coincide));
        }
        if (broken) {
            voters.add(new Broken());
        }
        Tools tools = new RunTools(
                        "test",
                        CORPUS,
                        Map.of("voters", voters),
                        ResourcePrompts.shipped(),
                        Clock.systemUTC(),
                        new Chance(42, ""))
                .at("vote");
        List<Sample> voted = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            voted.add(new Vote().apply(question(i), tools).getFirst().sample());
        }
        SettleTies settle = new SettleTies();
        SortedMap<String, Long> strength = settle.empty();
        for (Sample sample : voted) {
            strength = settle.add(strength, sample);
        }
        List<Sample> rows = new ArrayList<>();
        for (Sample sample : voted) {
            Outcome outcome = settle.act(strength, sample, tools).getFirst();
            rows.add(outcome.sample());
        }
        return rows;
    }

    private static Sample question(int number) {
        Passage passage = CORPUS.passage(CORPUS.passages().getFirst());
        return Sample.seedling(
                        "p",
                        "en",
                        List.of(Evidence.claimed(
                                passage.document(), passage.id(), CORPUS.text(passage), Optional.empty())),
                        Lineage.of("test"))
                .child("q" + number, List.of(Turn.user("Question " + number + "?")), "qa");
    }

    /** Right with a known probability; wrong in its own words, or in the same as all others. */
    private record Answerer(String name, double accuracy, boolean coincide) implements ChatModel {
        @Override
        public ModelId id() {
            return new ModelId("fake", "in-process", name);
        }

        @Override
        public ChatReply chat(ChatRequest request) {
            String asked = request.messages().getLast().content();
            double chance = (Hash.rank(name, asked) >>> 11) / (double) (1L << 53);
            String answer = chance < accuracy ? "right" : coincide ? "wrong" : "wrong as " + name;
            return FakeModel.saying(
                            "{\"response\":\"" + answer
                                    + "\",\"citations\":[{\"passage\":1,\"quote\":\"The right answer is right.\"}],\"reason\":null}")
                    .chat(request);
        }
    }

    private record Broken() implements ChatModel {
        @Override
        public ModelId id() {
            return new ModelId("fake", "in-process", "broken");
        }

        @Override
        public ChatReply chat(ChatRequest request) {
            throw new ModelException(Refusal.MALFORMED, "no JSON", "nonsense", new Usage(1, 1, 0));
        }
    }
}
