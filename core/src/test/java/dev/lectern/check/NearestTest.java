package dev.lectern.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("build", "plan", "explain", "check", "report");

    @Test
    void aSlipOfTheHandFindsItsWord() {
        assertThat(Nearest.to("biuld", KNOWN)).contains("build");
        assertThat(Nearest.to("exlpain", KNOWN)).contains("explain");
        assertThat(Nearest.to("reports", KNOWN)).contains("report");
    }

    @Test
    void whatIsNearNothingListsTheKnown() {
        assertThat(Nearest.to("zebra", KNOWN)).isEmpty();
        assertThat(Nearest.hint("zebra", KNOWN)).isEqualTo("known: build, check, explain, plan, report");
    }
}
