package dev.lectern.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitsTest {
    @Test
    void readsNamesAndSharesInTheirOrder() {
        assertThat(Splits.parse("train=0.8, validation=0.1,test=0.1").shares())
                .containsExactly(
                        org.assertj.core.api.Assertions.entry("train", 0.8),
                        org.assertj.core.api.Assertions.entry("validation", 0.1),
                        org.assertj.core.api.Assertions.entry("test", 0.1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train=0.9 | add up to 0.9, not to 1",
                "train=0.9,validation=0.2 | add up to 1.1",
                "train=1,train=0.5 | named twice",
                "train | the share of 'train' is ''",
                "train=-1,b=2 | the share of 'train' is '-1'",
                "../up=1 | '../up' is no name",
                "Train=1 | 'Train' is no name",
                "nul=1 | 'nul' is no name",
                "train=NaN | the share of 'train' is 'NaN'",
                "'' | is no name"
            })
    void namesWhatIsWrongWithASpec(String typed, String says) {
        assertThatThrownBy(() -> Splits.parse(typed))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("--split")
                .hasMessageContaining(says);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> Splits.parse("A=0.5,b=x"))
                .isInstanceOfSatisfying(
                        ProblemsException.class, e -> assertThat(e.problems()).hasSize(2));
    }
}
