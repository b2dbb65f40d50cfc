package dev.lectern.bench.equal;

import dev.lectern.select.Policy;
import dev.lectern.select.Reward;
import dev.lectern.select.Selection;
import dev.lectern.select.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A policy with changed settings: {@code tuned:explore=0.5+prior=no}.
 *
 * @param name as it was given, {@code oracle} for the best order there is
 */
record Variant(String name) {
    private static final String ORACLE = "oracle";

    static final List<String> USUAL =
            List.of("all", "random", "nearest", "static", "ridge", "paper", "tuned", "oracle");

    /** Parts that can be left out, each by itself. */
    static final List<String> ABLATION = List.of(
            "tuned",
            "tuned:prior=no",
            "tuned:feedback=no",
            "tuned:structure=no",
            "tuned:subjects=no",
            "tuned:pseudo-feedback=no",
            "tuned:structure=no+subjects=no+pseudo-feedback=no",
            "tuned:by-document=no",
            "tuned:explore=0.3",
            "tuned:marginal=0.5",
            "tuned:warm-up=0.05",
            "tuned:align=yes",
            "tuned:reward=max-cosine",
            "tuned:reward=transport",
            "tuned:reward=transport+marginal=1",
            "tuned:reward=judge",
            "tuned:reward=judge+carry=no",
            "ucb",
            "thompson",
            "exp3",
            "paper:align=no",
            "paper");

    /** Begins it on a trial. */
    Selection open(Trial trial, long seed) {
        return name.equals(ORACLE)
                ? new OracleOrder(trial)
                : policy().open(trial.pool(), trial.target(), settings(seed));
    }

    /** @throws IllegalArgumentException if there is no such policy or setting */
    void check() {
        if (!name.equals(ORACLE)) {
            settings(0);
        }
    }

    private Policy policy() {
        String key = name.replaceFirst(":.*", "");
        return Arrays.stream(Policy.values())
                .filter(policy -> policy.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no policy '" + key + "'"));
    }

    private Settings settings(long seed) {
        Settings settings = policy().preset(seed);
        if (name.contains(":")) {
            for (String change : List.of(name.substring(name.indexOf(':') + 1).split("\\+", -1))) {
                settings = changed(settings, Map.entry(change.replaceFirst("=.*", ""), change.replaceFirst(".*=", "")));
            }
        }
        return settings;
    }

    private static Settings changed(Settings settings, Map.Entry<String, String> change) {
        String value = change.getValue();
        return switch (change.getKey()) {
            case "prior" -> settings.withPrior(value.equals("yes"));
            case "feedback" -> settings.withFeedback(value.equals("yes"));
            case "align" -> settings.withAlign(value.equals("yes"));
            case "carry" -> settings.withCarry(value.equals("yes"));
            case "structure" -> settings.withStructure(value.equals("yes"));
            case "subjects" -> settings.withSubjects(value.equals("yes"));
            case "pseudo-feedback" -> settings.withPseudoFeedback(value.equals("yes"));
            case "by-document" -> settings.withByDocument(value.equals("yes"));
            case "explore" -> settings.withExplore(Double.parseDouble(value));
            case "marginal" -> settings.withMarginal(Double.parseDouble(value));
            case "first-round" -> settings.withFirstRound(Integer.parseInt(value));
            case "warm-up" -> settings.withWarmUp(Double.parseDouble(value));
            case "per-pull" -> settings.withPerPull(Integer.parseInt(value));
            case "clusters" -> settings.withClusters(Integer.parseInt(value));
            case "reward" ->
                settings.withReward(
                        Reward.valueOf(value.toUpperCase(Locale.ROOT).replace("-", "_")));
            default -> throw new IllegalArgumentException("no setting '" + change.getKey() + "'");
        };
    }
}
