package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.corpus.Passage;
import dev.lectern.engine.RunTools;
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
import dev.lectern.stage.answer.AnswerFromEvidence;
import dev.lectern.stage.ask.AskFromEvidence;
import dev.lectern.stage.retrieve.Retrieve;
import dev.lectern.text.Chance;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The stages in which a model works, one sample at a time. */
class GroundedStagesTest {
    private static final String FIRST = "Gates of the reservoir open when the level passes 4 metres.";
    private static final String SECOND = "The warden checks the gauge twice a day and writes the level into the log.";
    private static final String THIRD = "In winter the gates stay shut for 12 weeks.";
    private static final MemoryCorpus CORPUS =
            MemoryCorpus.of(Map.of("dam.md", FIRST + "\n\n" + SECOND + "\n\n" + THIRD), "en");
    private static final MemoryCorpus CHINESE = MemoryCorpus.of(Map.of("茶.md", "龙井茶的鲜叶在清明前采摘，每斤需要约三万六千个嫩芽。"), "zh");

    @Test
    void theQuestionsOfAPassageAreBornWithItsEvidence() {
        FakeModel model =
                FakeModel.saying("{\"instructions\":[{\"instruction\":\"When do the gates open?\",\"task\":\"qa\"},"
                        + "{\"instruction\":\"When do the gates open?\",\"task\":\"qa\"},"
                        + "{\"instruction\":\"Who reads the gauge?\",\"task\":\"poetry\"}]}");
        Sample passage = passage(CORPUS, 0);
        List<Outcome> outcomes = new AskFromEvidence().apply(passage, tools(CORPUS, model));
        assertThat(outcomes).hasSize(2).allSatisfy(o -> {
            assertThat(o).isInstanceOf(Outcome.Kept.class);
            assertThat(o.sample().task()).isEqualTo("qa");
            assertThat(o.sample().evidence()).isEqualTo(passage.evidence());
            assertThat(o.sample().lineage().parents()).containsExactly(passage.id());
            assertThat(o.sample().lineage().calls()).hasSize(1);
        });
        assertThat(outcomes.getFirst().sample().id())
                .isNotEqualTo(outcomes.getLast().sample().id());
        assertThat(model.asked()).hasSize(1);
    }

    @Test
    void noMoreQuestionsThanAskedFor() {
        FakeModel model = FakeModel.saying("{\"instructions\":[\"a\",\"b\",\"c\",\"d\"]}");
        assertThat(new AskFromEvidence(2, new TreeMap<>(Map.of("qa", 1.0)))
                        .apply(passage(CORPUS, 0), tools(CORPUS, model)))
                .hasSize(2);
    }

    @Test
    void aPassageThatGivesNoQuestionIsDroppedWithThatReason() {
        FakeModel model = FakeModel.saying("{\"instructions\":[]}");
        assertThat(new AskFromEvidence().apply(passage(CORPUS, 0), tools(CORPUS, model)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Dropped.class,
                        d -> assertThat(d.reason()).isEqualTo("the passage gives no instruction"));
    }

    @Test
    void kindsAreDividedByShareAndTheSameWayEveryTime() {
        AskFromEvidence stage =
                new AskFromEvidence(4, new TreeMap<>(Map.of("qa", 1.0, "summarization", 1.0, "code", 0.0)));
        FakeModel model = FakeModel.sensible();
        stage.apply(passage(CORPUS, 1), tools(CORPUS, model));
        stage.apply(passage(CORPUS, 1), tools(CORPUS, model));
        String user = model.asked().getFirst().messages().getLast().content();
        assertThat(user).contains("\"qa\", ").contains("\"summarization\", ").doesNotContain("\"code\", ");
        assertThat(model.asked().getLast()).isEqualTo(model.asked().getFirst());
    }

    @Test
    void anUnknownKindOrModeNeverStartsARun() {
        assertThatThrownBy(() -> new AskFromEvidence(3, new TreeMap<>(Map.of("sumarization", 1.0))))
                .hasMessageContaining("did you mean 'summarization'?");
        assertThatThrownBy(() -> new AskFromEvidence(0, new TreeMap<>(Map.of("qa", 1.0))))
                .hasMessageContaining("per-passage");
        assertThatThrownBy(() -> new Retrieve("hybird", 3, 1))
                .hasMessageContaining("known: own, lexical, vector, hybrid");
    }

    @Test
    void aReplyThatCannotBeReadFailsWithItsWords() {
        FakeModel model = FakeModel.saying("As an AI I think…");
        assertThatThrownBy(() -> new AnswerFromEvidence().apply(question(0), tools(CORPUS, model)))
                .isInstanceOfSatisfying(ModelException.class, e -> {
                    assertThat(e.refusal()).contains(Refusal.MALFORMED);
                    assertThat(e.raw()).isEqualTo("As an AI I think…");
                });
        assertThat(model.asked()).hasSize(1);
    }

    @Test
    void whatTheModelThoughtStandsBesideTheAnswerNeverInIt() {
        ChatModel model = new ChatModel() {
            @Override
            public ModelId id() {
                return new ModelId("fake", "", "thinker");
            }

            @Override
            public ChatReply chat(ChatRequest request) {
                String text = "{\"response\":\"At 4 metres.\",\"citations\":[{\"passage\":1,\"quote\":\"4 metres\"}]}";
                return new ChatReply("key", text, " The first passage says it.\n", "stop", Usage.NONE, "thinker", text);
            }
        };
        Sample answered = new AnswerFromEvidence()
                .apply(question(0), tools(CORPUS, model))
                .getFirst()
                .sample();
        assertThat(answered.answer()).isEqualTo("At 4 metres.");
        assertThat(answered.messages().getLast().reasoning()).contains("The first passage says it.");
    }

    @Test
    void neighboursStandBesideThePassageInTheOrderOfTheText() {
        assertThat(retrieved(1, 1)).containsExactly(FIRST, SECOND, THIRD);
        assertThat(retrieved(2, 1)).containsExactly(SECOND, THIRD);
        assertThat(retrieved(0, 0)).containsExactly(FIRST);
    }

    @Test
    void whatTheIndexFindsStandsBesideThePassageInTheOrderOfTheText() {
        assertThat(retrieved(new Retrieve("lexical", 1, 0), 2)).containsExactly(FIRST, THIRD);
        assertThat(retrieved(new Retrieve("lexical", 2, 0), 0)).containsExactly(FIRST, THIRD);
    }

    @Test
    void aQuestionWithoutAPassageOfItsOwnGetsWhatTheIndexFinds() {
        Sample free = question(0).withEvidence(List.of());
        Tools tools = tools(CORPUS, FakeModel.sensible());
        assertThat(new Retrieve("lexical", 1, 0).apply(free, tools))
                .singleElement()
                .satisfies(o -> assertThat(o.sample().evidence())
                        .extracting(Evidence::quote)
                        .containsExactly(FIRST));
        Sample alien = free.withMessages(List.of(Turn.user("Which jazz pianist?")));
        assertThat(new Retrieve("lexical", 1, 0).apply(alien, tools))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Dropped.class,
                        d -> assertThat(d.reason()).isEqualTo("no passage has anything to do with it"));
    }

    @Test
    void theAnswersQuotesAreClaimedWhereTheyStand() {
        FakeModel model = FakeModel.saying("{\"response\":\"At 4 metres.\",\"citations\":["
                + "{\"passage\":1,\"quote\":\"the level passes 4 metres\"},"
                + "{\"passage\":1,\"quote\":\"twice a day\"},{\"passage\":9,\"quote\":\"never written\"}]}");
        Sample asked = new Retrieve("own", 3, 2)
                .apply(question(0), tools(CORPUS, model))
                .getFirst()
                .sample();
        Sample answered = new AnswerFromEvidence()
                .apply(asked, tools(CORPUS, model))
                .getFirst()
                .sample();
        List<Passage> passages = CORPUS.passagesOf(CORPUS.documents().getFirst());
        assertThat(answered.answer()).isEqualTo("At 4 metres.");
        assertThat(answered.evidence())
                .extracting(Evidence::passage, Evidence::quote, Evidence::located)
                .containsExactly(
                        tuple(passages.get(0).id(), "the level passes 4 metres", false),
                        tuple(passages.get(1).id(), "twice a day", false),
                        tuple(passages.get(0).id(), "never written", false));
    }

    @Test
    void whatTheEvidenceDoesNotSayIsDroppedWithThatReason() {
        FakeModel silent = FakeModel.saying("{\"response\":null,\"reason\":\"no price\"}");
        assertThat(new AnswerFromEvidence().apply(question(0), tools(CORPUS, silent)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Dropped.class, d -> assertThat(d.reason()).isEqualTo("evidence does not say"));
        FakeModel quoteless = FakeModel.saying("{\"response\":\"At 4 metres.\",\"citations\":[]}");
        assertThat(new AnswerFromEvidence().apply(question(0), tools(CORPUS, quoteless)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Dropped.class, d -> assertThat(d.reason()).isEqualTo("answer without a quote"));
    }

    @Test
    void promptsReadTheWayTheyWereWritten() throws IOException {
        FakeModel model = FakeModel.sensible();
        new AskFromEvidence(3, new TreeMap<>(Map.of("qa", 1.0, "generation", 1.0)))
                .apply(passage(CORPUS, 0), tools(CORPUS, model));
        Golden.matches("prompts/ask.en.txt", model.asked().getLast());
        new AskFromEvidence().apply(passage(CHINESE, 0), tools(CHINESE, model));
        Golden.matches("prompts/ask.zh.txt", model.asked().getLast());
        Sample asked = new Retrieve("own", 3, 1)
                .apply(question(1), tools(CORPUS, model))
                .getFirst()
                .sample();
        new AnswerFromEvidence().apply(asked, tools(CORPUS, model));
        Golden.matches("prompts/answer.en.txt", model.asked().getLast());
        Sample inChinese = passage(CHINESE, 0).withMessages(List.of(Turn.user("龙井茶什么时候采摘？")));
        new AnswerFromEvidence().apply(inChinese, tools(CHINESE, model));
        Golden.matches("prompts/answer.zh.txt", model.asked().getLast());
    }

    private static List<String> retrieved(int passage, int neighbours) {
        return retrieved(new Retrieve("own", 3, neighbours), passage);
    }

    private static List<String> retrieved(Retrieve stage, int passage) {
        return stage
                .apply(question(passage), tools(CORPUS, FakeModel.sensible()))
                .getFirst()
                .sample()
                .evidence()
                .stream()
                .map(Evidence::quote)
                .toList();
    }

    private static Sample question(int passage) {
        return passage(CORPUS, passage).withMessages(List.of(Turn.user("When do the gates of the reservoir open?")));
    }

    private static Sample passage(MemoryCorpus corpus, int n) {
        Passage passage = corpus.passagesOf(corpus.documents().getFirst()).get(n);
        Evidence whole = new Evidence(
                passage.document(),
                passage.id(),
                passage.start(),
                passage.end(),
                corpus.text(passage),
                Optional.of(corpus.document(passage.document()).uri()),
                passage.page());
        String language = corpus.document(passage.document()).language();
        return Sample.seedling("sample" + n, language, List.of(whole), Lineage.of("test"));
    }

    private static Tools tools(MemoryCorpus corpus, ChatModel model) {
        return new RunTools(
                "test",
                corpus,
                Map.of("writer", List.of(model)),
                ResourcePrompts.shipped(),
                Clock.systemUTC(),
                new Chance(42, "stage"));
    }
}
