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

    private static final SortedMap<String, Put> KNOWN = new TreeMap<>(Map.ofEntries(
            Map.entry("clusters", (settings, value) -> settings.withClusters((int) value)),
            Map.entry("per-pull", (settings, value) -> settings.withPerPull((int) value)),
            Map.entry("prior", (settings, value) -> settings.withPrior(value != 0)),
            Map.entry("feedback", (settings, value) -> settings.withFeedback(value != 0)),
            Map.entry("structure", (settings, value) -> settings.withStructure(value != 0)),
            Map.entry("subjects", (settings, value) -> settings.withSubjects(value != 0)),
            Map.entry("pseudo-feedback", (settings, value) -> settings.withPseudoFeedback(value != 0)),
            Map.entry("by-document", (settings, value) -> settings.withByDocument(value != 0)),
            Map.entry("marginal", Settings::withMarginal),
            Map.entry("explore", Settings::withExplore),
            Map.entry("first-round", (settings, value) -> settings.withFirstRound((int) value)),
            Map.entry("warm-up", Settings::withWarmUp),
            Map.entry("align", (settings, value) -> settings.withAlign(value != 0)),
            Map.entry("carry", (settings, value) -> settings.withCarry(value != 0))));

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
