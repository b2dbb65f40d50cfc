package dev.lectern.stage.balance;

import dev.lectern.kind.TaskShares;
import dev.lectern.sample.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds the kinds of task to their shares of the rows that are left: the best-ranked rows of each kind stay. With {@code rows}, each kind has
 * its part of them and no more, over all rounds. Without, as many rows stay as the scarcest kind allows; but where that would leave less than
 * {@code leaveAtLeast} of them, the scarcest kind is given up as short, keeps what it has, and the others are held to their shares.
 *
 * @param tasks kinds and shares; rows of other kinds are left alone
 * @param rows how many are wanted; 0 = as many as there are
 */
public record HoldMix(SortedMap<String, Double> tasks, int rows, double leaveAtLeast) implements Quota {
    public HoldMix(SortedMap<String, Double> tasks) {
        this(tasks, 0, 0.5);
    }

    public HoldMix {
        tasks = new TaskShares(tasks).shares();
        if (rows < 0) {
            throw new IllegalArgumentException("rows must be 0 or more, not " + rows);
        } else if (!(leaveAtLeast >= 0 && leaveAtLeast <= 1)) {
            throw new IllegalArgumentException("leave-at-least must be from 0 to 1, not " + leaveAtLeast);
        }
    }

    @Override
    public String label(Sample sample) {
        return sample.task();
    }

    @Override
    public String over(String task) {
        return TaskShares.OVER;
    }

    /** Rows of kinds that are not named all stay. */
    @Override
    public SortedMap<String, Integer> room(SortedMap<String, Integer> counts, SortedMap<String, Integer> before) {
        SortedMap<String, Integer> named = new TreeMap<>(counts);
        named.keySet().retainAll(tasks.keySet());
        tasks.keySet().forEach(task -> named.putIfAbsent(task, 0));
        TaskShares shares = new TaskShares(tasks);
        SortedMap<String, Integer> room = new TreeMap<>(counts);
        room.putAll(rows > 0 ? shares.divided(rows) : allowed(shares, named, leaveAtLeast));
        return room;
    }

    /** How many of each kind may stay. */
    static SortedMap<String, Integer> allowed(
            TaskShares shares, SortedMap<String, Integer> counts, double leaveAtLeast) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<String> scarcestFirst = counts.keySet().stream()
                .filter(task -> shares.of(task) > 0)
                .sorted(Comparator.comparingDouble((String task) -> counts.getOrDefault(task, 0) / shares.of(task))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        SortedMap<String, Integer> allowed = new TreeMap<>(counts);
        for (int given = 0; given < scarcestFirst.size(); given++) {
            String scarcest = scarcestFirst.get(given);
            double whole = counts.getOrDefault(scarcest, 0) / shares.of(scarcest);
            counts.keySet().stream().filter(task -> shares.of(task) == 0).forEach(task -> allowed.put(task, 0));
            for (String task : scarcestFirst.subList(given, scarcestFirst.size())) {
                allowed.put(task, Math.min(counts.getOrDefault(task, 0), (int) Math.round(whole * shares.of(task))));
            }
            int left = allowed.values().stream().mapToInt(Integer::intValue).sum();
            if (left >= leaveAtLeast * all) {
                return allowed;
            }
        }
        return allowed;
    }
}
