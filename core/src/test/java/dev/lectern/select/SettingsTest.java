package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a selection may not be set to, and that the message names what is wrong. */
class SettingsTest {
    @Test
    void aMessageNamesTheSettingThatIsWrongAndItsValue() {
        says("clusters must be 0 or more, not -1", settings -> settings.withClusters(-1));
        says("budget must be 0 or more, not -5", settings -> settings.withBudget(-5));
        says("per-pull must be 1 or more, not 0", settings -> settings.withPerPull(0));
        says("marginal is from 0 to 1, not 1.5", settings -> settings.withMarginal(1.5));
        says("warm-up is from 0 to 1, not NaN", settings -> settings.withWarmUp(Double.NaN));
        says("first-round must be 0 or more, not -2", settings -> settings.withFirstRound(-2));
        says("explore must be 0 or more, not -0.1", settings -> settings.withExplore(-0.1));
    }

    private static void says(String message, UnaryOperator<Settings> change) {
        assertThatThrownBy(() -> change.apply(Settings.tuned(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
