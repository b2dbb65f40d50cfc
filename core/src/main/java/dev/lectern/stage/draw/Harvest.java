package dev.lectern.stage.draw;

import dev.lectern.select.Yield;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What came of the items of one round. */
final class Harvest {
    private final Map<Integer, List<float[]>> pairs = new HashMap<>();
    private final Map<Integer, List<Double>> fits = new HashMap<>();
    private final Map<Integer, Integer> idle = new HashMap<>();

    void add(int item, float[] pair, double fit) {
        pairs.computeIfAbsent(item, each -> new ArrayList<>()).add(pair);
        fits.computeIfAbsent(item, each -> new ArrayList<>()).add(fit);
    }

    /** One more row came of the item, and earns nothing. */
    void idle(int item) {
        idle.merge(item, 1, Integer::sum);
    }

    Yield of(int item) {
        return new Yield(
                item,
                pairs.getOrDefault(item, List.of()),
                fits.getOrDefault(item, List.of()),
                idle.getOrDefault(item, 0));
    }

    /** Whether a row of the item fits so well. */
    boolean fits(int item, double least) {
        return fits.getOrDefault(item, List.of()).stream().anyMatch(fit -> fit >= least);
    }
}
