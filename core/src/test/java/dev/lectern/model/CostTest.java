package dev.lectern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostTest {
    @ParameterizedTest
    @CsvSource({
        "5.00, 5000000, ''",
        "5USD, 5000000, USD",
        "$5, 5000000, USD",
        "¥30, 30000000, CNY",
        "30 元, 30000000, CNY",
        "cny 0.1, 100000, CNY",
        "RMB5, 5000000, CNY",
        "0.000001 cny, 1, CNY",
        ".5, 500000, ''"
    })
    void amountsAreReadAsPeopleWriteThem(String text, long micros, String currency) {
        assertThat(Cost.parse(text, "--max-cost")).isEqualTo(new Cost(micros, currency));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-1", "five", "5 dollars", "$5USD", "USD5CNY", "1,000", "0.0000001", "99999999999999999999"})
    void whatIsNoAmountIsRefused(String text) {
        assertThatThrownBy(() -> Cost.parse(text, "--max-cost"))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("--max-cost");
    }

    @Test
    void theAmountKeepsNoEmptyPlaces() {
        assertThat(new Cost(5_000_000, "USD").amount()).hasToString("5");
        assertThat(new Cost(1_500, "USD").amount()).hasToString("0.0015");
        assertThat(new Cost(50_000_000, "USD").amount()).hasToString("50");
    }
}
