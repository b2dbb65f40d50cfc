package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.engine.RunTools;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ModelException;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Tools;
import dev.lectern.stage.judge.JudgeAnswer;
import dev.lectern.stage.screen.ScreenGoal;
import dev.lectern.text.Chance;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgingTest {
    private static final JudgeAnswer STAGE = new JudgeAnswer(List.of("correct", "clear"), false);

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void eachCriterionIsAScoreAndQualityTheirMean(String language) {
        Sample judged = judged(
                language,
                FakeModel.saying("{\"scores\":{\"correct\":5,\"clear\":2},\"reason\":\"terse\"}"),
                FakeModel.saying("{\"scores\":{\"correct\":4,\"clear\":3},\"reason\":\"short\"}"));
        assertThat(judged.scores())
                .containsEntry("correct", 4.5)
                .containsEntry("clear", 2.5)
                .containsEntry("quality", 3.5);
        assertThat(judged.tags()).containsEntry("judged", "terse / short");
        assertThat(judged.lineage().calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scores\":{\"correct\":11,\"clear\":3},\"reason\":\"\"}",
                "{\"scores\":{\"correct\":0,\"clear\":3},\"reason\":\"\"}",
                "{\"scores\":{\"correct\":5},\"reason\":\"\"}",
                "five stars"
            })
    void aScoreOffTheScaleIsNoReply(String reply) {
        assertThatThrownBy(() -> judged("en", FakeModel.saying(reply)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("not the JSON that was asked for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theJudgeIsToldWhatEachCriterionMeansAndTheUsersOwnInTheUsersWords(String language) throws IOException {
        FakeModel judge = FakeModel.saying("{\"scores\":{\"correct\":5,\"polite\":2},\"reason\":\"\"}");
        JudgeAnswer stage = new JudgeAnswer(List.of("correct", "polite: it greets the customer by name"), false);
        assertThat(judged(stage, language, judge).scores())
                .containsEntry("correct", 5.0)
                .containsEntry("polite", 2.0);
        Golden.matches("prompts/judge." + language + ".txt", judge.asked().getFirst());
        assertThat(judge.asked().getFirst().schema().orElseThrow().at("/properties/scores/required"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whatTheJudgeFindsOutsideTheGoalIsDroppedWithItsReason(String language) throws IOException {
        FakeModel judge =
                FakeModel.saying("{\"supported\":false,\"unsupported\":[],\"reason\":\"colours are no tariff\"}");
        Outcome outcome = new ScreenGoal("tariffs of trams; users: clerks", true)
                .apply(row(language), tools(language, judge))
                .getFirst();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Dropped.class, dropped -> {
            assertThat(dropped.reason()).isEqualTo("outside the goal");
            assertThat(dropped.sample().tags()).containsEntry("outside", "colours are no tariff");
            assertThat(dropped.sample().lineage().calls()).hasSize(1);
        });
        Golden.matches("prompts/goal-judge." + language + ".txt", judge.asked().getFirst());
    }

    @Test
    void theRuleDrivenJudgeKnowsTheCriteria() {
        assertThat(judged("en", FakeModel.sensible()).scores()).containsKeys("correct", "clear", "quality");
    }

    private static Sample judged(String language, ChatModel... judges) {
        return judged(STAGE, language, judges);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grounded", "quality: it is good", "reward", "agreement"})
    void aCriterionTakesNoOtherScoresPlace(String criterion) {
        assertThatThrownBy(() -> new JudgeAnswer(List.of("correct", criterion), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a score that is no rating already");
    }

    private static Sample judged(JudgeAnswer stage, String language, ChatModel... judges) {
        return stage.apply(row(language), tools(language, judges)).getFirst().sample();
    }

    private static Tools tools(String language, ChatModel... judges) {
        return new RunTools(
                        "test",
                        MemoryCorpus.of(Map.of("a.md", "It is blue."), language),
                        Map.of("judge", List.of(judges)),
                        ResourcePrompts.shipped(),
                        Clock.systemUTC(),
                        new Chance(42, ""))
                .at("judge-answer");
    }

    private static Sample row(String language) {
        return Sample.seedling("p", language, List.of(), Lineage.of("test"))
                .child("s", List.of(Turn.user("What colour is it?"), Turn.assistant("It is blue.")), "qa");
    }
}
