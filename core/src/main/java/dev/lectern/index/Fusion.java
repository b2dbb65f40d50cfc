package dev.lectern.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one list of two by the scores in them, each list's worst counted as 0 and its best as 1: scores of different kinds need not be
 * comparable, and how far the first stands before the second still counts (Bruch, Gai and Ingber, An Analysis of Fusion Functions for
 * Hybrid Retrieval, ACM TOIS 2023).
 */
final class Fusion {
    /** What meaning counts beside words: of 0.3 to 1, the one at which no public set loses by having both. */
    private static final double MEANING = 0.7;

    private Fusion() {}

    /** The best first; equal ones as they stand in the first list, then in the other. */
    static List<Found> of(List<Found> words, List<Found> meaning) {
        Map<String, Double> scores = new HashMap<>();
        Map<String, Integer> order = new HashMap<>();
        add(words, 1, scores, order);
        add(meaning, MEANING, scores, order);
        List<Found> fused = new ArrayList<>();
        scores.forEach((passage, score) -> fused.add(new Found(passage, score)));
        fused.sort(Comparator.comparingDouble(Found::score)
                .reversed()
                .thenComparing(found -> order.getOrDefault(found.passage(), 0)));
        return fused;
    }

    private static void add(List<Found> list, double weight, Map<String, Double> scores, Map<String, Integer> order) {
        for (Found found : list) {
            scores.merge(found.passage(), weight * share(found, list), Double::sum);
            order.putIfAbsent(found.passage(), order.size());
        }
    }

    /** @param bestFirst a list with the passage in it; where all are equally good, all are the best */
    private static double share(Found found, List<Found> bestFirst) {
        double best = bestFirst.getFirst().score();
        double worst = bestFirst.getLast().score();
        return best > worst ? (found.score() - worst) / (best - worst) : 1;
    }
}
