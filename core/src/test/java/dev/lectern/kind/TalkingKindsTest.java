package dev.lectern.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A good row of each kind passes its check, a bad one is refused with the reason, in both languages. */
class TalkingKindsTest {
    private static final String QUOTE_EN =
            "A kettle holds 12 cups. Each cup takes 5 grams of leaves. The leaves steep for four minutes and are then removed.";
    private static final String QUOTE_ZH = "一壶可泡12杯。每杯用茶叶5克。茶叶浸泡四分钟后取出。";

    private static Sample row(String task, String language, List<Turn> turns) {
        String quote = language.equals("zh") ? QUOTE_ZH : QUOTE_EN;
        return Sample.seedling(
                        "seed",
                        language,
                        List.of(Evidence.claimed("document", "passage", quote, Optional.empty())),
                        Lineage.of("test"))
                .child("row", turns, task);
    }

    private static Optional<String> fault(Sample row) {
        return TaskKinds.find(row.task()).orElseThrow().fault(row, List.of(QUOTE_EN, QUOTE_ZH));
    }

    private static Sample reasoned(String language, String question, String chain, String answer) {
        return row("reasoning", language, List.of(Turn.user(question), Reasoning.thought(answer, chain)));
    }

    private static Sample talk(String language, String... said) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < said.length; i++) {
            turns.add(i % 2 == 0 ? Turn.user(said[i]) : Turn.assistant(said[i]));
        }
        return row("dialogue", language, turns);
    }

    @Test
    void reasoningEndsInItsAnswerAndReckonsRightly() {
        String question = "How many grams of leaves does a full kettle take?";
        assertThat(fault(
                        reasoned("en", question, "A kettle holds 12 cups.\n12 × 5 = 60 grams.", "60 grams of leaves.")))
                .isEmpty();
        assertThat(fault(reasoned("zh", "一整壶要用多少克茶叶？", "一壶12杯，每杯5克。\n12 × 5 = 60 克。", "一整壶要用60克茶叶。")))
                .isEmpty();
        assertThat(fault(
                        reasoned("en", question, "A kettle holds 12 cups.\n12 × 5 = 65 grams.", "65 grams of leaves.")))
                .contains("wrong arithmetic");
        assertThat(fault(reasoned("zh", "一整壶要用多少克茶叶？", "一壶12杯，每杯5克。\n12 × 5 = 65 克。", "一整壶要用65克茶叶。")))
                .contains("wrong arithmetic");
        assertThat(fault(
                        reasoned("en", question, "A kettle holds 12 cups.\n12 × 5 = 60 grams.", "72 grams of leaves.")))
                .contains("reasoning does not end in the answer");
        assertThat(fault(reasoned("zh", "一整壶要用多少克茶叶？", "一壶12杯，每杯5克。\n12 × 5 = 60 克。", "要用72克。")))
                .contains("reasoning does not end in the answer");
        assertThat(fault(reasoned("en", question, "", "60 grams."))).contains("no chain of thought");
        assertThat(fault(reasoned("en", question, "According to the passage, 12 × 5 = 60 grams.", "60 grams.")))
                .contains("reasoning points at the source");
        assertThat(fault(reasoned(
                        "zh", "一整壶要用多少克茶叶？", "A kettle holds 12 cups of 5 grams, so 12 × 5 = 60.", "一整壶要用60克茶叶。")))
                .contains("reasoning in another language");
    }

    @Test
    void aDialogueKeepsItsRolesItsFactsAndItsThread() {
        assertThat(fault(talk(
                        "en",
                        "How many cups does a kettle hold?",
                        "A kettle holds 12 cups.",
                        "And how much goes into each of them?",
                        "Each cup takes 5 grams of leaves.")))
                .isEmpty();
        assertThat(fault(talk("zh", "一壶可以泡几杯茶？", "一壶可泡12杯。", "那每杯放多少？", "每杯用茶叶5克。")))
                .isEmpty();
        assertThat(fault(talk("en", "How many cups does a kettle hold?", "A kettle holds 12 cups.")))
                .contains("no follow-up");
        assertThat(fault(talk("zh", "一壶可以泡几杯茶？", "一壶可泡12杯。", "那每杯放多少？")))
                .contains("turns do not alternate from user to assistant");
        assertThat(fault(talk(
                        "en",
                        "How many cups does a kettle hold?",
                        "A kettle holds 12 cups.",
                        "How many grams of leaves does every cup of tea take?",
                        "Each cup takes 5 grams of leaves.")))
                .contains("follow-ups do not need the history");
        assertThat(fault(talk("zh", "一壶可以泡几杯茶？", "一壶可泡12杯。", "泡一杯普通的绿茶要用多少克茶叶？", "每杯用茶叶5克。")))
                .contains("follow-ups do not need the history");
        assertThat(fault(talk(
                        "en",
                        "How many cups does a kettle hold?",
                        "A kettle holds 12 cups.",
                        "And why is that?",
                        "Because Viennese porcelain manufacturers standardised volumes centuries ago.")))
                .contains("a turn without a quote");
        assertThat(fault(talk("zh", "一壶可以泡几杯茶？", "一壶可泡12杯。", "为什么呢？", "因为景德镇御窑早在明代便统一规定了器物容积标准。")))
                .contains("a turn without a quote");
        assertThat(fault(talk(
                        "en",
                        "How many cups does a kettle hold?",
                        "According to the passage, a kettle holds 12 cups.",
                        "And how much goes into each of them?",
                        "Each cup takes 5 grams of leaves.")))
                .contains("a turn points at the source");
        assertThat(fault(talk("zh", "一壶可以泡几杯茶？", "一壶可泡12杯。", "那每杯放多少？", "一壶可泡12杯。")))
                .contains("a turn is repeated");
    }

    @Test
    void aRolePlayHasItsPersonaAndStaysInIt() {
        Turn en = new Turn("system", "You are a tea merchant who explains everything to apprentices with patience.");
        Turn zh = new Turn("system", "你是一位老茶师，正在耐心地给学徒讲解。");
        Turn askEn = Turn.user("Master, how long do the leaves stay in?");
        Turn askZh = Turn.user("师傅，茶叶要泡多久？");
        assertThat(fault(row(
                        "roleplay",
                        "en",
                        List.of(en, askEn, Turn.assistant("Four minutes, my friend, then out they come.")))))
                .isEmpty();
        assertThat(fault(row("roleplay", "zh", List.of(zh, askZh, Turn.assistant("徒弟啊，浸泡四分钟就取出来。")))))
                .isEmpty();
        assertThat(fault(row("roleplay", "en", List.of(askEn, Turn.assistant("Four minutes.")))))
                .contains("no persona");
        assertThat(fault(row(
                        "roleplay",
                        "en",
                        List.of(en, askEn, Turn.assistant("As an AI I have no kettle, but four minutes.")))))
                .contains("falls out of the role");
        assertThat(fault(row("roleplay", "zh", List.of(zh, askZh, Turn.assistant("作为一个AI，我没有茶壶，不过是四分钟。")))))
                .contains("falls out of the role");
    }

    @Test
    void whatTheEvidenceDoesNotSayIsAdmitted() {
        Turn askEn = Turn.user("What does a kettle cost?");
        Turn askZh = Turn.user("一把茶壶多少钱？");
        assertThat(fault(row(
                        "unanswerable",
                        "en",
                        List.of(askEn, Turn.assistant("The price isn't documented; a kettle holds 12 cups.")))))
                .isEmpty();
        assertThat(fault(row("unanswerable", "zh", List.of(askZh, Turn.assistant("价格没有说明，只知道一壶可泡12杯。")))))
                .isEmpty();
        assertThat(fault(row("unanswerable", "en", List.of(askEn, Turn.assistant("A kettle costs 30 euros.")))))
                .contains("answer claims to know");
        assertThat(fault(row("unanswerable", "zh", List.of(askZh, Turn.assistant("一把茶壶三十元。")))))
                .contains("answer claims to know");
    }
}
