package dev.lectern.stage.screen;

import static dev.lectern.stage.FakeTools.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.FakeTools;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenInstructionTest {
    private static final ScreenInstruction STAGE = new ScreenInstruction();

    private static String verdict(Sample sample) {
        Outcome outcome = STAGE.apply(sample, new FakeTools()).getFirst();
        return outcome instanceof Outcome.Dropped dropped ? dropped.reason() : "kept";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|en|empty",
                "?!|en|empty",
                "Define ownership|en|too short",
                "好吗？|zh|too short",
                "What is ownership according to the passage?|en|points at the source",
                "What does the code above print in Rust?|en|points at the source",
                "根据文中内容，什么是所有权？|zh|points at the source",
                "上面的例子说明了所有权的什么特点？|zh|points at the source",
                "What does it do?|en|names no subject",
                "How do I use it?|en|names no subject",
                "How do I install it on Debian?|en|names no subject",
                "What does that mean?|en|names no subject",
                "Why is this important?|en|names no subject",
                "What does this function return?|en|names no subject",
                "How do these work together?|en|names no subject",
                "What are its advantages?|en|names no subject",
                "When was he born exactly?|en|names no subject",
                "它有什么作用？|zh|names no subject",
                "这个函数怎么使用？|zh|names no subject",
                "该方法返回什么？|zh|names no subject",
                "如何使用这种技术？|zh|names no subject",
                "他是什么时候出生的？|zh|names no subject",
                "Rust 里的所有权是什么？|en|wrong language",
                "How does the borrow checker work?|zh|wrong language",
                "Wie funktioniert der Compiler und was macht er?|en|wrong language"
            })
    void dropsWithTheReason(String instruction, String language, String reason) {
        assertThat(verdict(row("s", language, instruction, ""))).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does the according-to clause mean?",
                "Is it possible to run Rust on a microcontroller?",
                "How long does it take to compile a Rust crate?",
                "Why is it important to close a file in Python?",
                "When I clone a repository, how do I keep it up to date?",
                "How do I install Docker and configure it for a proxy?",
                "What is the `this` keyword in JavaScript?",
                "What does `it` refer to in Kotlin lambdas?",
                "How does Rust make sure that references are valid?",
                "In Git, what does this error mean: detached HEAD?",
                "If a Rust thread panics, what happens to its mutex?",
                "What are traits and how do they differ from interfaces?",
                "Which crates help with that in Rust web servers?",
                "What does it mean to borrow a value in Rust?",
                "Who was Ada Lovelace and what did she write?",
                "I want to parse JSON in Rust. What do I need?",
                "Show me an example of a closure in Rust.",
                "How much did it cost to build the Empire State Building?",
                "Why is it a bad idea to feed bread to ducks?",
                "What are some books that are banned in Spain?",
                "Which of these are planets? Mars, Pluto, Io",
                "Where does it rain most in Europe?",
                "List options of `cargo build`."
            })
    void keepsGoodEnglish(String instruction) {
        assertThat(verdict(row("s", "en", instruction, ""))).isEqualTo("kept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "什么是 Vue？",
                "我该怎么安装 Vue？",
                "Vue 的 ref 和 reactive 有什么区别，它们分别适合什么场景？",
                "在 Rust 里声明变量后，如何修改它的值？",
                "JavaScript 的 this 指向什么？",
                "因此在 Vue 中应该避免什么？",
                "为什么其他语言没有所有权？",
                "其中国家图书馆在哪里？",
                "Vue Router 怎么用？",
                "“质”这个字有什么含义？",
                "《朱启钤》这篇文章的作者是谁？",
                "栉水母类在希腊文中是什么意思？",
                "吉他的弦有几根？",
                "怎样把电脑上的文件传到手机？",
                "`v-for` 该如何与 `v-if` 一起使用？"
            })
    void keepsGoodChinese(String instruction) {
        assertThat(verdict(row("s", "zh", instruction, ""))).isEqualTo("kept");
    }

    @Test
    void anInstructionThatBringsItsTextMaySpeakOfIt() {
        String asked = "Summarize the following text.";
        String input = "It was a dark night. ".repeat(60);
        Sample sample = row("s", "en", asked + "\n\n" + input.strip(), "");
        assertThat(verdict(sample)).isEqualTo("kept");
        assertThat(verdict(sample.withExtra("input", TextNode.valueOf(input)))).isEqualTo("kept");
        assertThat(verdict(row("s", "en", "What does this code do?\n```rust\nfn main() {}\n```", "")))
                .isEqualTo("kept");
    }

    @Test
    void chineseIsMeasuredInCharacters() {
        assertThat(verdict(row("s", "zh", "如何学习编程".repeat(51), ""))).isEqualTo("too long");
        assertThat(verdict(row("s", "zh", "如何学习编程".repeat(50), ""))).isEqualTo("kept");
        assertThat(verdict(row("s", "en", "Rust ".repeat(151), ""))).isEqualTo("too long");
    }

    @Test
    void aNonsenseRangeIsAProblemOfTheRecipe() {
        assertThatThrownBy(() -> new ScreenInstruction(List.of(9, 3), List.of(1, 2)))
                .hasMessageContaining("words must be [least, most]");
    }

    @Test
    void scoresBelowTheLeastAreDropped() {
        Require stage = new Require("grounded", 0.8);
        Sample sample = row("s", "en", "What is Rust?", "A language.");
        assertThat(stage.apply(sample.withScore("grounded", 0.8), new FakeTools())
                        .getFirst())
                .isInstanceOf(Outcome.Kept.class);
        assertThat(((Outcome.Dropped) stage.apply(sample.withScore("grounded", 0.79), new FakeTools())
                                .getFirst())
                        .reason())
                .isEqualTo("grounded too low");
        assertThat(((Outcome.Dropped) stage.apply(sample, new FakeTools()).getFirst()).reason())
                .isEqualTo("no score grounded");
    }
}
