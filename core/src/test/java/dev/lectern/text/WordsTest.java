package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @Test
    void eachHanCharacterIsAWordAndLatinWordsAreLowerCase() {
        assertThat(Words.of("Vue 的 ref_1 是什么？Don't!")).containsExactly("vue", "的", "ref_1", "是", "什", "么", "don", "t");
        assertThat(Words.of("Ｖｕｅ３")).containsExactly("vue3");
        assertThat(Words.of("naïve Straße")).containsExactly("naïve", "straße");
        assertThat(Words.of("—…")).isEmpty();
    }

    @Property(seed = "42")
    void countsWhatItLists(@ForAll String text) {
        // Lower case may add a combining mark (İ), never a word.
        assertThat(Words.count(text)).isEqualTo(Words.of(text).size());
    }

    @Test
    void foldsWidthAndWhiteSpace() {
        assertThat(Words.fold("　Ａ\u00a0 b\r\n\tc！ ")).isEqualTo("A b c!");
        assertThat(Words.fold(" \n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is Rust?|what is rust",
                "  What’s  \"Rust\" ? |what's rust",
                "什么是 Vue？|什么是Vue?",
                "Rust：所有权是什么|rust 所有权 是什么！",
                "Use `Vec`.|use Vec"
            })
    void questionsThatSayTheSameAreEqual(String one, String other) {
        assertThat(Words.question(one)).isEqualTo(Words.question(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is C++?|What is C?",
                "What is C#?|What is C?",
                "What does `&` do?|What does `*` do?",
                "What does `;` do?|What does `,` do?",
                "What is new in 3.1?|What is new in 31?",
                "What does std::vec do?|What does std vec do?",
                "How do I use -v?|How do I use v?"
            })
    void questionsAboutDifferentThingsStayApart(String one, String other) {
        assertThat(Words.question(one)).isNotEqualTo(Words.question(other));
    }

    @Property(seed = "42")
    void foldingAgainChangesNothing(@ForAll String text) {
        String once = Words.fold(text);
        assertThat(Words.fold(once)).isEqualTo(once);
    }
}
