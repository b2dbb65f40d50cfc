package dev.lectern.aim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds where the clusters of a ground lie, and what each may be called by. */
public final class LandscapeBuilder {
    /** Items of a cluster that its middle and its name are made of: a map needs no more. */
    private static final int LOOKED_AT = 200;

    private LandscapeBuilder() {}

    /** @param clusters the cluster of each item; none where the policy has none */
    public static Landscape of(Ground ground, int[] clusters) {
        if (clusters.length == 0) {
            return new Landscape(List.of());
        }
        int count = 0;
        for (int cluster : clusters) {
            count = Math.max(count, cluster + 1);
        }
        int[] sizes = new int[count];
        List<float[]> sums = new ArrayList<>();
        List<Map<String, Integer>> titles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sums.add(new float[ground.pool().dimensions()]);
            titles.add(new TreeMap<>());
        }
        for (int item = 0; item < clusters.length; item++) {
            int cluster = clusters[item];
            if (sizes[cluster]++ < LOOKED_AT) {
                float[] vector = ground.pool().vector(item);
                float[] sum = sums.get(cluster);
                for (int d = 0; d < sum.length; d++) {
                    sum[d] += vector[d];
                }
                titles.get(cluster).merge(ground.titles().get(ground.pool().document(item)), 1, Integer::sum);
            }
        }
        for (int i = 0; i < count; i++) {
            float[] sum = sums.get(i);
            for (int d = 0; d < sum.length; d++) {
                sum[d] /= Math.max(1, Math.min(LOOKED_AT, sizes[i]));
            }
        }
        return Landscape.of(sums, sizes, cluster -> commonest(titles.get(cluster)));
    }

    private static String commonest(Map<String, Integer> titles) {
        return titles.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
