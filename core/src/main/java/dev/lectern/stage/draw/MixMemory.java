package dev.lectern.stage.draw;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.kind.TaskShares;
import dev.lectern.sample.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rounds so far have taught about a mix that is wanted: of each kind, how many were asked for, how many were good, how many are
 * still missing. Later rounds ask for more of what is missing or often dropped. Weights are coarse, so that a few rows more or less in one
 * document change little of what is asked elsewhere.
 */
final class MixMemory {
    private static final int COARSE = 8;

    private final SortedMap<String, Integer> wanted;
    private final SortedMap<String, Integer> asked = new TreeMap<>();
    private final SortedMap<String, Integer> good = new TreeMap<>();
    private final SortedMap<String, Integer> kept = new TreeMap<>();
    private int drawn;

    MixMemory(TaskShares shares, int rows) {
        wanted = shares.divided(rows);
    }

    void drew(int passages) {
        drawn += passages;
    }

    void learn(List<Outcome> round) {
        for (Outcome outcome : round) {
            String task = outcome.sample().task();
            if (wanted.containsKey(task)) {
                asked.merge(task, 1, Integer::sum);
                boolean stays = outcome instanceof Outcome.Kept;
                boolean over = outcome instanceof Outcome.Dropped dropped
                        && dropped.reason().equals(TaskShares.OVER);
                good.merge(task, stays || over ? 1 : 0, Integer::sum);
                kept.merge(task, stays ? 1 : 0, Integer::sum);
            }
        }
    }

    /** How often each kind should be asked for, from 0 to 8; empty before anything was learnt. */
    Optional<ObjectNode> weights() {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        double most =
                wanted.keySet().stream().mapToDouble(this::questions).max().orElse(0);
        ObjectNode weights = JsonNodeFactory.instance.objectNode();
        for (String task : wanted.keySet()) {
            int weight = most == 0 ? 0 : (int) Math.ceil(COARSE * questions(task) / most);
            if (weight > 0) {
                weights.put(task, weight);
            }
        }
        return weights.isEmpty() ? Optional.empty() : Optional.of(weights);
    }

    /** Passages that the next round needs, going by what passages have given. */
    int passages(int most, int least) {
        int questionsSoFar = asked.values().stream().mapToInt(Integer::intValue).sum();
        if (questionsSoFar == 0) {
            return most;
        }
        double missing = wanted.keySet().stream().mapToDouble(this::questions).sum();
        return (int) Math.clamp(Math.ceil(missing * drawn / questionsSoFar), Math.min(least, most), most);
    }

    /** Questions that what is missing of a kind takes, going by how many of its rows were good: never certain, so one more of each. */
    private double questions(String task) {
        int missing = Math.max(0, wanted.getOrDefault(task, 0) - kept.getOrDefault(task, 0));
        double rate = (good.getOrDefault(task, 0) + 1.0) / (asked.getOrDefault(task, 0) + 2.0);
        return missing / rate;
    }
}
