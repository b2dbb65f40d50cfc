package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Hit;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Retriever;
import dev.lectern.engine.RunTools;
import dev.lectern.export.Format;
import dev.lectern.export.Formats;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelId;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.sample.Candidate;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Supplies;
import dev.lectern.stage.Tools;
import dev.lectern.stage.answer.Vote;
import dev.lectern.text.Chance;
import dev.lectern.text.Json;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which answers become one, each with answers that are known. */
class VotingWaysTest {
    private static final String TEXT = "The dam was opened in 1960. Its gates are of steel.";
    private static final MemoryCorpus CORPUS = MemoryCorpus.of(Map.of("a.md", TEXT), "en");
    private static final MemoryCorpus CHINESE = MemoryCorpus.of(Map.of("a.md", "大坝于1960年启用。闸门是钢制的。"), "zh");

    private final Map<String, List<ChatModel>> models = new TreeMap<>();

    @Test
    void severalDrawsOfOneModelAreAskingsOfTheirOwn() {
        FakeModel voter = FakeModel.by(request -> answer(request.attempt() == 1 ? "In 1961." : "In 1960."));
        models.put("voters", List.of(voter));
        Sample row = voted(new Vote(3, "numeric", 0.9, "majority", 0, ""));
        assertThat(voter.asked()).extracting(ChatRequest::attempt).containsExactly(0, 1, 2);
        assertThat(row.answer()).isEqualTo("In 1960.");
        assertThat(row.candidates()).extracting(Candidate::votes).containsExactly(2, 1, 2);
        assertThat(row.scores()).containsEntry("agreement", 2.0 / 3).containsEntry("votes", 3.0);
        assertPair(row, "In 1960.", "In 1961.");
    }

    @Test
    void meaningMakesOneAnswerOfTwoButNeverOfOtherNumbers() {
        voters("It was opened in 1960.", "The dam began work in 1960.", "It was opened in 1961.");
        Vote vote = new Vote(1, "embedding", 0.9, "majority", 0, "");
        Sample row = voted(vote, (one, other) -> 0.97);
        assertThat(row.candidates()).extracting(Candidate::votes).containsExactly(2, 2, 1);
        assertThat(voted(vote, (one, other) -> 0.5).candidates())
                .extracting(Candidate::votes)
                .containsExactly(1, 1, 1);
        assertPair(row, "It was opened in 1960.", "It was opened in 1961.");
    }

    @Test
    void withoutAnEmbedderMeaningIsToldByWords() {
        voters("The gates are made of good grey steel", "The gates are made of good grey steel now", "Of wood");
        Sample row = voted(new Vote(1, "embedding", 0.9, "majority", 0, ""));
        assertThat(row.candidates()).extracting(Candidate::votes).containsExactly(2, 2, 1);
    }

    @Test
    void aJudgeComparesEachTwoInBothOrdersAndItsFavouriteWinsTies() {
        voters("Steel.", "Of steel they are.", "Of wood.", "Of glass.");
        FakeModel judge = FakeModel.by(VotingWaysTest::steelBeforeGlassBeforeWood);
        models.put("judge", List.of(judge));
        Sample row = voted(new Vote(1, "pairwise", 0.9, "majority", 0, ""));
        assertThat(row.candidates()).extracting(Candidate::votes).containsExactly(2, 2, 1, 1);
        assertThat(row.answer()).isEqualTo("Steel.");
        assertThat(row.scores()).containsEntry("agreement", 0.5);
        assertThat(judge.asked()).as("six pairs in two orders").hasSize(12);
        assertThat(row.lineage().calls()).hasSize(4 + 12);

        voters("Of wood.", "Of glass.");
        Sample tied = voted(new Vote(1, "pairwise", 0.9, "majority", 0, ""));
        assertThat(tied.answer()).isEqualTo("Of glass.");
        assertPair(tied, "Of glass.", "Of wood.");
    }

    @Test
    void aJudgeThatAlwaysNamesTheFirstDecidesNothing() {
        voters("Of wood.", "Of glass.");
        models.put("judge", List.of(FakeModel.saying("{\"choice\":1,\"reason\":\"\"}")));
        Sample row = voted(new Vote(1, "pairwise", 0.9, "majority", 0, ""));
        assertThat(row.extra()).as("left to the strongest voter").containsKey("tied-votes");
        assertThat(voted(new Vote(1, "exact", 0.9, "best-of", 0, "")).answer()).isEqualTo("Of wood.");
    }

    @Test
    void theRewardModelsFavouriteIsTakenWithItsScore() {
        voters("Of wood.", "Of wood.", "Of steel they are.");
        models.put(
                "reward",
                List.of(FakeModel.by(
                        request -> request.messages().getLast().content().contains("steel") ? "2.5" : "-1")));
        Sample row = voted(new Vote(1, "exact", 0.9, "reward", 0, ""));
        assertThat(row.answer()).isEqualTo("Of steel they are.");
        assertThat(row.scores()).containsEntry("reward", 2.5).containsEntry("agreement", 2.0 / 3);
        assertPair(row, "Of steel they are.", "Of wood.");
    }

    @Test
    void whereAllAgreeNobodyElseIsAsked() {
        voters("Of steel.", "of steel");
        for (String way : List.of("best-of", "reward", "synthesis")) {
            assertThat(voted(new Vote(1, "exact", 0.9, way, 0, "")).answer()).isEqualTo("Of steel.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theWriterMakesOneAnswerOfAllAndPromptsReadAsWritten(String language) throws IOException {
        boolean chinese = language.equals("zh");
        voters(chinese ? "1960年。" : "In 1960.", chinese ? "是钢制的。" : "They are of steel.");
        FakeModel writer =
                FakeModel.saying(answer("Opened in 1960, with gates of steel.", chinese ? "1960年" : "in 1960"));
        models.put("writer", List.of(writer));
        Tools tools = tools(chinese ? CHINESE : CORPUS, Optional.empty());
        Sample row = new Vote(1, "exact", 0.9, "synthesis", 0, "")
                .apply(question(chinese ? CHINESE : CORPUS, language), tools)
                .getFirst()
                .sample();
        assertThat(row.answer()).isEqualTo("Opened in 1960, with gates of steel.");
        assertThat(row.evidence()).extracting(Evidence::quote).containsExactly(chinese ? "1960年" : "in 1960");
        assertThat(row.lineage().calls()).hasSize(3);
        assertPair(row, row.answer(), chinese ? "1960年。" : "In 1960.");
        Golden.matches("prompts/synthesis." + language + ".txt", writer.asked().getFirst());

        FakeModel judge = FakeModel.saying("{\"choice\":3,\"reason\":\"\"}");
        models.put("judge", List.of(judge));
        new Vote(1, "pairwise", 0.9, "majority", 0, "")
                .apply(
                        question(chinese ? CHINESE : CORPUS, language),
                        tools(chinese ? CHINESE : CORPUS, Optional.empty()));
        Golden.matches("prompts/pair." + language + ".txt", judge.asked().getFirst());
    }

    @Test
    void aSynthesisWithoutAQuoteIsDroppedAsAnyAnswer() {
        voters("In 1960.", "They are of steel.");
        models.put("writer", List.of(FakeModel.saying("{\"response\":\"Yes.\",\"citations\":[],\"reason\":null}")));
        Outcome outcome = new Vote(1, "exact", 0.9, "synthesis", 0, "")
                .apply(question(CORPUS, "en"), tools(CORPUS, Optional.empty()))
                .getFirst();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Dropped.class,
                        dropped -> assertThat(dropped.reason()).isEqualTo("answer without a quote"));
    }

    @Test
    void waysThatAreNoneAreRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> new Vote(1, "smell", 0.9, "majority", 0, ""))
                .hasMessageContaining("exact, numeric, embedding or pairwise");
        assertThatThrownBy(() -> new Vote(1, "exact", 0.9, "dice", 0, ""))
                .hasMessageContaining("majority, best-of, reward or synthesis");
    }

    private static void assertPair(Sample row, String chosen, String rejected) {
        assertThat(row.preference().orElseThrow().chosen()).contains(chosen);
        assertThat(row.preference().orElseThrow().rejected()).contains(rejected);
        Format dpo = Formats.named(List.of("dpo")).getFirst();
        assertThat(dpo.row(row, Format.Shape.PLAIN)).isInstanceOf(Format.Row.Written.class);
    }

    private static String steelBeforeGlassBeforeWood(ChatRequest request) {
        String[] answers = request.messages().getLast().content().split("Answer 2", 2);
        int first = rank(answers[0].substring(answers[0].indexOf("Answer 1")));
        int second = rank(answers[1]);
        return "{\"choice\":" + (first == second ? 3 : first < second ? 1 : 2) + ",\"reason\":\"\"}";
    }

    private static int rank(String text) {
        return text.toLowerCase(Locale.ROOT).contains("steel") ? 0 : text.contains("glass") ? 1 : 2;
    }

    private void voters(String... answers) {
        List<ChatModel> voters = new ArrayList<>();
        for (String answer : answers) {
            voters.add(FakeModel.saying(answer(answer)));
        }
        models.put("voters", voters);
    }

    private static String answer(String text) {
        return answer(text, "Its gates are of steel.");
    }

    private static String answer(String text, String quote) {
        return "{\"response\":" + Json.line(text) + ",\"citations\":[{\"passage\":1,\"quote\":" + Json.line(quote)
                + "}],\"reason\":null}";
    }

    private Sample voted(Vote vote) {
        return vote.apply(question(CORPUS, "en"), tools(CORPUS, Optional.empty()))
                .getFirst()
                .sample();
    }

    private interface Likeness {
        double of(String one, String other);
    }

    private Sample voted(Vote vote, Likeness likeness) {
        return vote.apply(question(CORPUS, "en"), tools(CORPUS, Optional.of(likeness)))
                .getFirst()
                .sample();
    }

    /** Replies of one test have keys of their own, as those of real models do. */
    private Tools tools(MemoryCorpus corpus, Optional<Likeness> likeness) {
        AtomicInteger calls = new AtomicInteger();
        Map<String, List<ChatModel>> keyed = new TreeMap<>();
        models.forEach((role, all) -> keyed.put(
                role,
                all.stream().<ChatModel>map(model -> new Keyed(model, calls)).toList()));
        RunTools plain =
                new RunTools("test", corpus, keyed, ResourcePrompts.shipped(), Clock.systemUTC(), new Chance(42, ""));
        return likeness.map(by -> new RunTools(
                        "test",
                        corpus,
                        keyed,
                        ignored -> new Compared(by),
                        ResourcePrompts.shipped(),
                        Clock.systemUTC(),
                        new Chance(42, ""),
                        Supplies.NONE))
                .orElse(plain)
                .at("vote");
    }

    private record Compared(Likeness by) implements Retriever {
        @Override
        public List<Hit> find(String query, int top, Filter filter) {
            return List.of();
        }

        @Override
        public double likeness(String one, String other) {
            return by.of(one, other);
        }
    }

    private record Keyed(ChatModel model, AtomicInteger calls) implements ChatModel {
        @Override
        public ModelId id() {
            return model.id();
        }

        @Override
        public ChatReply chat(ChatRequest request) {
            return model.chat(request).withKey("call " + calls.incrementAndGet());
        }
    }

    private static Sample question(MemoryCorpus corpus, String language) {
        Passage passage = corpus.passage(corpus.passages().getFirst());
        Evidence whole = Evidence.claimed(passage.document(), passage.id(), corpus.text(passage), Optional.empty());
        return Sample.seedling("p", language, List.of(whole), Lineage.of("test"))
                .child("q", List.of(Turn.user("What are the gates of?")), "qa");
    }
}
