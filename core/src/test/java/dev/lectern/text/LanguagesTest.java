package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is ownership in Rust?|en",
                "Define ownership|en",
                "Docker Compose|en",
                "What does 你好 mean in English?|en",
                "How do I print 中文 with `println!`?|en",
                "Rust 里的所有权是什么？|zh",
                "请用 Vue 写一个 Counter 组件|zh",
                "什么是 Vec？|zh",
                "默认值|zh",
                "`let x = the_value_of(that)` 有什么作用？|zh",
                "如何在 TypeScript 中 declare module？|zh",
                "Vue 的 Suspense 组件怎么用|zh",
                "電腦的記憶體是什麼？|zh",
                "これは日本語の文章です。|ja",
                "日本の首都は東京です|ja",
                "대한민국의 수도는 서울입니다.|ko",
                "Что такое владение?|ru",
                "Що таке володіння і як воно працює?|uk",
                "Wie wird eine Variable in Rust definiert und was ist sie?|de",
                "Comment est-ce que je peux installer le logiciel ?|fr",
                "¿Cómo se instala el programa en la computadora?|es",
                "ما هي الملكية؟|ar",
                "12345 -- 67|und",
                "''|und",
                "`only code here`|und"
            })
    void tellsTheLanguage(String text, String language) {
        assertThat(Languages.of(text)).isEqualTo(language);
    }

    @Test
    void codeBlocksDoNotCount() {
        String answer = "可以这样写：\n\n```java\n// the value of the field is set to that of the other\nint a = b;\n```";
        assertThat(Languages.of(answer)).isEqualTo("zh");
    }

    @ParameterizedTest
    @CsvSource({"這個變數為什麼沒有值,true", "这个变量为什么没有值,false", "中文,false", "he said,false"})
    void tellsTraditionalFromSimplified(String text, boolean traditional) {
        assertThat(Languages.isTraditional(text)).isEqualTo(traditional);
    }

    @Test
    void hanCharactersOutnumberingWordsMakeAChineseLength() {
        assertThat(Han.mostly("Vue 是什么")).isTrue();
        assertThat(Han.mostly("What does 好 mean")).isFalse();
        assertThat(Han.mostly("")).isFalse();
        assertThat(Han.count("你好, world 𠮷 々")).isEqualTo(4);
        assertThat(Han.any("ひらがな")).isFalse();
    }
}
