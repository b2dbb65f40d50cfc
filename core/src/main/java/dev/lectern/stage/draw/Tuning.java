package dev.lectern.stage.draw;

import dev.lectern.check.Nearest;
import dev.lectern.select.Settings;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Constants of a policy that users may set; where a constant is a switch, 0 is off. */
final class Tuning {
    /** Puts one constant into the settings. */
    private interface Put {
        Settings in(Settings settings, double value);
    }

    private static final SortedMap<String, Put> KNOWN = new TreeMap<>(Map.of(
            "clusters", (settings, value) -> settings.withClusters((int) value),
            "per-pull", (settings, value) -> settings.withPerPull((int) value),
            "prior", (settings, value) -> settings.withPrior(value != 0),
            "feedback", (settings, value) -> settings.withFeedback(value != 0),
            "by-document", (settings, value) -> settings.withByDocument(value != 0),
            "marginal", Settings::withMarginal,
            "explore", Settings::withExplore,
            "first-round", (settings, value) -> settings.withFirstRound((int) value),
            "warm-up", Settings::withWarmUp,
            "align", (settings, value) -> settings.withAlign(value != 0)));

    private Tuning() {}

    /** @throws IllegalArgumentException if there is no such constant, or it cannot have the value */
    static void check(SortedMap<String, Double> tune) {
        of(tune, Settings.tuned(0));
    }

    static Settings of(SortedMap<String, Double> tune, Settings settings) {
        Settings tuned = settings;
        for (Map.Entry<String, Double> each : tune.entrySet()) {
            Put put = KNOWN.get(each.getKey());
            if (put == null) {
                throw new IllegalArgumentException("a policy has no constant '" + each.getKey() + "': "
                        + Nearest.hint(each.getKey(), KNOWN.keySet()));
            }
            tuned = put.in(tuned, each.getValue());
        }
        return tuned;
    }
}
