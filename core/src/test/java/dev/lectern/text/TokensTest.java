package dev.lectern.text;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void countsAsTheVocabularyDoes() {
        assertThat(Tokens.count("")).isZero();
        assertThat(Tokens.count("Hello, world!")).isEqualTo(4);
        assertThat(Tokens.count("<|endoftext|>")).isGreaterThan(1);
        assertThat(Tokens.count("你好，世界")).isBetween(3, 5);
    }

    @Test
    void piecesOfALongTextAddUp() {
        String sentence = "The quick brown fox jumps over the lazy dog. ";
        int one = Tokens.count(sentence.repeat(10)) - Tokens.count(sentence.repeat(9));
        assertThat(Tokens.count(sentence.repeat(2000))).isBetween(2000 * one - 50, 2000 * one + 50);
    }

    @Test
    void textWithoutAGapCostsNoMoreThanItsLength() {
        for (String unit : new String[] {"a", "你", "ab1!", "😀", " ", "=", "\n"}) {
            String long5 = unit.repeat(1_000_000 / unit.length());
            assertTimeout(ofSeconds(20), () -> assertThat(Tokens.count(long5)).isPositive());
        }
    }

    @Test
    void threadsAgree() {
        String text = "Ownership is Rust’s most unique feature. 所有权。".repeat(20);
        int alone = Tokens.count(text);
        assertThat(IntStream.range(0, 200).parallel().map(i -> Tokens.count(text)))
                .allMatch(n -> n == alone);
    }
}
