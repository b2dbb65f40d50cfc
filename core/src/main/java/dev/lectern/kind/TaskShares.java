package dev.lectern.kind;

import dev.lectern.check.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Kinds of task by the share each should have; shares need not add up to one. Sums are taken in the order of the names. */
public record TaskShares(SortedMap<String, Double> shares) {
    /** Why a good row is left out that would upset the mix. */
    public static final String OVER = "over the mix";

    /** @throws IllegalArgumentException if a kind is unknown, a share is none, or all are 0 */
    public TaskShares {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
        for (Map.Entry<String, Double> task : shares.entrySet()) {
            if (TaskKinds.find(task.getKey()).isEmpty()) {
                throw new IllegalArgumentException("the task '" + task.getKey()
                        + "' is not available here in this version; "
                        + Nearest.hint(task.getKey(), TaskKinds.names()));
            } else if (!(task.getValue() >= 0) || task.getValue().isInfinite()) {
                throw new IllegalArgumentException("the share of the task '" + task.getKey() + "' must be 0 or more");
            }
        }
        if (sum(shares) == 0) {
            throw new IllegalArgumentException("tasks must hold at least one share, such as {qa: 1}");
        }
    }

    /** The kind at a point of the line from 0 to 1 that the shares divide among them. */
    public String at(double point) {
        double wanted = point * sum(shares);
        double upTo = 0;
        String last = shares.lastKey();
        for (Map.Entry<String, Double> task : shares.entrySet()) {
            upTo += task.getValue();
            last = task.getValue() > 0 ? task.getKey() : last;
            if (wanted < upTo) {
                return task.getKey();
            }
        }
        return last;
    }

    /** From 0 to 1; 0 for a kind that is not among them. */
    public double of(String task) {
        return Optional.ofNullable(shares.get(task)).orElse(0.0) / sum(shares);
    }

    /** So many rows divided by the shares; what rounding leaves goes to the largest remainders. */
    public SortedMap<String, Integer> divided(int rows) {
        SortedMap<String, Integer> parts = new TreeMap<>();
        int left = rows;
        for (String task : shares.keySet()) {
            int part = (int) Math.floor(rows * of(task) + 1e-9);
            parts.put(task, part);
            left -= part;
        }
        List<String> order = new ArrayList<>(shares.keySet());
        order.sort(Comparator.comparingDouble((String task) -> parts.getOrDefault(task, 0) - rows * of(task))
                .thenComparing(Comparator.naturalOrder()));
        for (String task : order.subList(0, Math.min(left, order.size()))) {
            parts.merge(task, 1, Integer::sum);
        }
        return parts;
    }

    private static double sum(SortedMap<String, Double> shares) {
        double sum = 0;
        for (double share : shares.values()) {
            sum += share;
        }
        return sum;
    }
}
