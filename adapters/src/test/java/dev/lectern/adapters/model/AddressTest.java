package dev.lectern.adapters.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void whatPeopleCopyAlongIsTakenOff() {
        assertThat(Address.of(" http://127.0.0.1:8000/v1/chat/completions/ ", "--base-url")
                        .base())
                .isEqualTo("http://127.0.0.1:8000/v1");
    }

    @Test
    void aHostThatJavaTakesForNoneIsSaidToBeSo() {
        assertThatThrownBy(() -> Address.of("http://my_host:8301/v1", "--base-url"))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("underscore")
                .hasMessageContaining("--base-url");
        assertThatThrownBy(() -> Address.of("my_host:8301", "--base-url"))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("is no address");
    }
}
