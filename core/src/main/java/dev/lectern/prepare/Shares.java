package dev.lectern.prepare;

import dev.lectern.recipe.Recipe;
import dev.lectern.stage.Named;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Stage;
import dev.lectern.stage.ask.AskFromEvidence;
import dev.lectern.stage.retrieve.GatherEvidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a budget is shared among stages that do not run at the same time: between them all samples are looked at together, and without
 * shares the first would take all of it, so that many rows were begun and none finished.
 *
 * @param byStage what part of what is left when this stage begins it may take, with the stages that run together with it
 * @param callsPerUnit about how many calls it takes to bring one drawn sample to its end
 */
public record Shares(Map<String, Double> byStage, long callsPerUnit) {
    public Shares {
        byStage = Map.copyOf(byStage);
    }

    /** @param searches how often the web is searched for a question */
    public static Shares of(Recipe recipe, long searches) {
        Map<String, Long> calls = new LinkedHashMap<>();
        Optional<String> first = Optional.empty();
        long samples = 1;
        for (Named<Stage> stage : recipe.each()) {
            if (!(stage.what() instanceof PerSample)) {
                first = Optional.empty();
                continue;
            }
            first = first.or(() -> Optional.of(stage.name()));
            long own = (stage.what().paid() && !stage.what().seldom() ? 1 : 0)
                    + (stage.what() instanceof GatherEvidence ? searches : 0);
            if (own > 0) {
                calls.merge(first.orElseThrow(), samples * own, Long::sum);
            }
            if (stage.what() instanceof AskFromEvidence ask) {
                samples *= ask.perPassage();
            }
        }
        long left = calls.values().stream().mapToLong(Long::longValue).sum();
        long all = left;
        Map<String, Double> shares = new LinkedHashMap<>();
        List<String> groups = List.copyOf(calls.keySet());
        for (String group : groups) {
            long own = calls.getOrDefault(group, 0L);
            shares.put(group, group.equals(groups.getLast()) ? 1 : (double) own / left);
            left -= own;
        }
        return new Shares(shares, all);
    }

    /** The share of a stage that begins. */
    public double of(String stage) {
        return byStage.getOrDefault(stage, 1.0);
    }
}
