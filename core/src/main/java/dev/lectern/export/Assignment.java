package dev.lectern.export;

import dev.lectern.text.Chance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which group of rows goes to which split. Groups are taken in the order of their hash rank, so that the same groups meet the
 * same fate in every run; a small split takes a group if that brings it nearer to its share, the largest split gets the rest.
 */
final class Assignment {
    private final Map<String, String> splitOf = new HashMap<>();
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private final Map<String, Double> wanted = new LinkedHashMap<>();

    Assignment(Map<String, Long> groups, Splits splits, Chance chance) {
        long total = groups.values().stream().mapToLong(Long::longValue).sum();
        List<String> ranked = new ArrayList<>(groups.keySet());
        ranked.sort(Comparator.comparingLong((String g) -> chance.rank(g) ^ Long.MIN_VALUE)
                .thenComparing(g -> g));
        splits.shares().forEach((split, share) -> {
            rows.put(split, 0L);
            wanted.put(split, share * total);
        });
        String largest = splits.shares().entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue())
                .orElseThrow()
                .getKey();
        for (String split : splits.shares().keySet()) {
            if (!split.equals(largest)) {
                fill(split, ranked, groups);
            }
        }
        for (String group : ranked) {
            if (!splitOf.containsKey(group)) {
                put(group, largest, groups);
            }
        }
    }

    private void fill(String split, List<String> ranked, Map<String, Long> groups) {
        double target = wanted.getOrDefault(split, 0.0);
        for (String group : ranked) {
            long have = rows.getOrDefault(split, 0L);
            double with = have + groups.getOrDefault(group, 0L);
            if (!splitOf.containsKey(group) && Math.abs(with - target) < Math.abs(have - target)) {
                put(group, split, groups);
            }
        }
    }

    private void put(String group, String split, Map<String, Long> groups) {
        splitOf.put(group, split);
        rows.merge(split, groups.getOrDefault(group, 0L), Long::sum);
    }

    String splitOf(String group) {
        String split = splitOf.get(group);
        if (split == null) {
            throw new IllegalStateException("the samples changed between two readings: no group " + group);
        }
        return split;
    }

    long rows(String split) {
        return rows.getOrDefault(split, 0L);
    }

    /** How far the worst split is from its share, in rows over the rows it should have. */
    double worstMiss() {
        return rows.keySet().stream()
                .mapToDouble(
                        s -> Math.abs(rows(s) - wanted.getOrDefault(s, 0.0)) / Math.max(1, wanted.getOrDefault(s, 0.0)))
                .max()
                .orElse(0);
    }

    boolean leavesOneEmpty() {
        return rows.containsValue(0L);
    }
}
