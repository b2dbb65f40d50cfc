package dev.lectern.select;

import dev.lectern.learn.Clusters;
import dev.lectern.learn.KMeans;
import dev.lectern.learn.Rows;
import dev.lectern.select.Target.Goal;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Few pairs that stand for the many of a goal, each counting as often as what it stands for. */
final class Representatives {
    private Representatives() {}

    /** Pairs of the same vector become one. */
    static Goal distinct(Goal goal) {
        Map<FloatBuffer, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < goal.pairs().size(); i++) {
            counts.merge(FloatBuffer.wrap(goal.pairs().get(i)), goal.counts().get(i), Integer::sum);
        }
        return counts.size() == goal.pairs().size()
                ? goal
                : new Goal(
                        goal.weight(),
                        counts.keySet().stream().map(FloatBuffer::array).toList(),
                        List.copyOf(counts.values()));
    }

    /** Of more than {@code most} pairs, the centres of {@code groups} of near ones. */
    static Goal few(Goal goal, int most, int groups, long seed) {
        if (goal.pairs().size() <= most) {
            return goal;
        }
        Clusters clusters = new KMeans(groups, KMeans.ROUNDS, seed, 1).of(Rows.of(goal.pairs()));
        int[] counts = new int[clusters.count()];
        List<float[]> centres = new ArrayList<>();
        for (int group = 0; group < counts.length; group++) {
            for (int pair : clusters.members(group)) {
                counts[group] += goal.counts().get(pair);
            }
            centres.add(clusters.centres().row(group));
        }
        return new Goal(goal.weight(), centres, Arrays.stream(counts).boxed().toList());
    }
}
