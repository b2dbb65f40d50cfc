package dev.lectern.stage.screen;

import static dev.lectern.stage.FakeTools.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.FakeTools;
import dev.lectern.text.claim.Numbers;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenAnswerTest {
    private static final ScreenAnswer STAGE = new ScreenAnswer();

    private static String verdict(Sample sample) {
        Outcome outcome = STAGE.apply(sample, new FakeTools()).getFirst();
        return outcome instanceof Outcome.Dropped dropped ? dropped.reason() : "kept";
    }

    private static String verdict(String instruction, String answer, String quote) {
        Sample sample = row("s", "en", instruction, answer);
        return verdict(
                quote.isEmpty()
                        ? sample
                        : sample.withEvidence(List.of(Evidence.claimed("d", "p", quote, Optional.empty()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is Rust?|...|empty",
                "What is Rust?|I'm sorry, but I can't answer that.|refusal",
                "What is Rust?|I cannot provide an answer.|refusal",
                "What is Rust?|As an AI language model, I have no opinion.|refusal",
                "What is Rust?|The provided text does not mention Rust.|refusal",
                "What is Rust?|The passage doesn't contain any information about it.|refusal",
                "What is Rust?|There is no information about Rust.|refusal",
                "What is Rust?|It cannot be determined from the context.|refusal",
                "什么是 Rust？|抱歉，我无法回答这个问题。|refusal",
                "什么是 Rust？|文档中没有提到 Rust。|refusal",
                "什么是 Rust？|根据所给内容无法得知。|refusal",
                "什么是 Rust？|无法回答。|refusal",
                "什么是 Rust？|作为一个人工智能，我没有看法。|refusal",
                "什麼是 Rust？|資料中沒有提及。|refusal",
                "What is Rust?|According to the text, it is a language.|points at the source",
                "什么是 Rust？|文中提到它是一门语言。|points at the source",
                "What is Rust?|What is “Rust”|echo",
                "什么是 Rust？|什么是Rust|echo",
                "What is Rust?|它是一门系统编程语言。|wrong language",
                "什么是 Rust？|It is a language for the systems that we build.|wrong language"
            })
    void dropsWithTheReason(String instruction, String answer, String reason) {
        assertThat(verdict(instruction, answer, "")).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the answer?|Yes",
                "Which operator borrows in Rust?|`&`",
                "Can pigs fly?|No, pigs cannot fly",
                "Who took command in 1753?|Paul Marin de la Malgue",
                "Does a detox work?|There is no scientific evidence that it does.",
                "这个联盟的英文是什么？|League for the environment and nature conservation of Germany",
                "MIT OpenCourseWare指什么？|MIT OpenCourseWare是由麻省理工学院创始的一项计划。",
                "May I borrow twice in Rust?|You cannot borrow a value as mutable twice.",
                "What if a page lacks a doctype?|If the document does not specify one, the browser uses quirks mode.",
                "What does HEAD return?|A response whose body is empty; it does not contain content.",
                "Which error is it?|error[E0507]: cannot move out of index",
                "Does the file say who wrote it?|The header names its author.",
                "怎么安装 Vue？|`npm install vue`",
                "用什么打包？|Vite",
                "哪些框架支持 SSR？|Nuxt.js, Next.js, SvelteKit, Angular",
                "类型不明时会怎样？|无法确定类型时编译器会报错。",
                "上下文中没有值会怎样？|会返回默认值。",
                "What does 你好 mean?|你好"
            })
    void keepsGoodAnswers(String instruction, String answer) {
        assertThat(verdict(instruction, answer, "")).isEqualTo("kept");
    }

    @Test
    void anUnanswerableRowMayDecline() {
        Sample sample = row("p", "en", "x", "")
                .child(
                        "s",
                        List.of(Turn.user("Who wrote Rust?"), Turn.assistant("The text does not say.")),
                        "unanswerable");
        assertThat(verdict(sample)).isEqualTo("kept");
    }

    @Test
    void aTranslationMayChangeTheLanguage() {
        List<Turn> turns = List.of(
                Turn.user("Say it in my language.\n\nGood morning to all of you"), Turn.assistant("大家早上好，很高兴见到你们"));
        assertThat(verdict(row("p", "en", "x", "").child("s", turns, "translation")))
                .isEqualTo("kept");
        assertThat(verdict(row("p", "en", "x", "").child("s", turns, "editing")))
                .isEqualTo("wrong language");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It costs 1,234 euros.|It costs 1234 euros.",
                "It costs 1234.50 euros.|It costs 1,234.5 euros.",
                "About 50% agree.|Fifty percent agree.",
                "About half agree.|Some 50% agree.",
                "It began on 2024-01-05.|It began on January 5, 2024.",
                "It began on 5 January 2024.|It began 2024/1/5.",
                "3 million people live there.|3,000,000 people live there.",
                "There are three kinds.|There are 3 kinds.",
                "There are 12 kinds.|There are twelve kinds.",
                "There are twenty-five kinds.|There are 25 kinds.",
                "二十五人参加。|25 人参加。",
                "25 人参加。|二十五人参加。",
                "占百分之五十。|占 50%。",
                "有３万人。|有 30,000 人。",
                "有 30000 人。|有三万人。",
                "二〇二四年成立。|2024 年成立。",
                "第三章讲它。|第 3 章讲它。",
                "成立于一九四九年十月一日。|成立于 1949 年 10 月 1 日。",
                "The type holds bits.|A u32 is a C++11 type in UTF-8 on x86_64.",
                "Version 1.2.3 is out.|v1.2.3 is out.",
                "Needs Python 3.11.4.|Needs Python 3.11.",
                "u32 is wide.|It has 32 bits.",
                "Do this, then that.|1. Do this\\n2. Then that [1]",
                "先装，再跑。|步骤 1：安装\\n第2步 运行",
                "Several exist.|There are two of them: (1) a and (2) b.",
                "The answer is plain.|The value 7 was asked about."
            })
    void numbersThatTheQuoteStatesSurvive(String quote, String answer) {
        assertThat(verdict("What about 7?", answer.replace("\\n", "\n"), quote)).isIn("kept", "wrong language");
        assertThat(Numbers.invented(answer.replace("\\n", "\n"), List.of(quote, "What about 7?")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It costs 1,234 euros.|It costs 1,235 euros.",
                "It began in 1998.|It began in 1999.",
                "About 50% agree.|About 60% agree.",
                "Version 1.2.3 is out.|Version 1.2.4 is out.",
                "There are many kinds.|There are twelve kinds.",
                "There are many kinds.|There are 3 kinds.",
                "很多人参加。|二十五人参加。",
                "有 3 万人。|有 3 亿人。",
                "It weighs 5 kg.|It weighs 15kg.",
                "It is old.|It opened in 2015.",
                "它很旧。|它于二〇一五年开放。"
            })
    void inventedNumbersAreDropped(String quote, String answer) {
        assertThat(verdict("What about it in full?", answer, quote)).isIn("invented number", "wrong language");
        assertThat(Numbers.invented(answer, List.of(quote))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"千万不要这样做，万一出错就麻烦了，十分危险。", "One of them is a hundred times better, for a second.", "一百个理由"})
    void figuresOfSpeechClaimNothing(String answer) {
        assertThat(Numbers.invented(answer, List.of("nothing"))).isFalse();
    }

    @Property(seed = "42")
    void anyTextSupportsItsOwnNumbers(@ForAll String text) {
        assertThat(Numbers.invented(text, List.of(text))).isFalse();
    }
}
