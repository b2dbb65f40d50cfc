package dev.lectern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DoubleNode;
import dev.lectern.check.ProblemsException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ParametersTest {
    @Test
    void aParameterHasOneNameAndOneTypeHoweverItWasWritten() {
        assertThat(Parameters.checked(
                        Map.of(
                                "temperature", 1,
                                "max-new-tokens", 2048,
                                "stop", "END",
                                "seed", 7,
                                "top_p", DoubleNode.valueOf(0.9)),
                        "roles.writer"))
                .isEqualTo(Map.of(
                        "temperature", 1.0, "max_tokens", 2048L, "stop", List.of("END"), "seed", 7L, "top_p", 0.9));
    }

    @Test
    void thinkingIsOnOffOrANumberOfTokens() {
        assertThat(thinking(false)).isEqualTo(thinking("off")).isEqualTo(thinking(0));
        assertThat(thinking(true)).isEqualTo(new Thinking(true, OptionalInt.empty()));
        assertThat(thinking(512)).isEqualTo(new Thinking(true, OptionalInt.of(512)));
        assertThat(Thinking.of(Map.of("seed", 1))).isEmpty();
    }

    @Test
    void everythingWrongWithThemIsSaidAtOnce() {
        Map<String, Object> wrong = Map.of(
                "temprature",
                0.2,
                "temperature",
                "hot",
                "top_p",
                1.5,
                "max_tokens",
                0,
                "max_completion_tokens",
                5,
                "stop",
                List.of(),
                "thinking",
                "sometimes",
                "enable_search",
                true);
        assertThatThrownBy(() -> Parameters.checked(wrong, "roles.judge"))
                .isInstanceOfSatisfying(
                        ProblemsException.class, e -> assertThat(e.problems()).hasSize(6))
                .hasMessageContaining("did you mean 'temperature'?")
                .hasMessageContaining("the parameter 'temperature' cannot be 'hot'")
                .hasMessageContaining("give a whole number of 1 or more, such as 2048")
                .hasMessageContaining("roles.judge");
        assertThatThrownBy(() -> Parameters.checked(Map.of("max_tokens", 5, "max_new_tokens", 6), "roles.judge"))
                .hasMessageContaining("given twice");
    }

    private static Thinking thinking(Object value) {
        return Thinking.of(Parameters.checked(Map.of("thinking", value), "here"))
                .orElseThrow();
    }
}
