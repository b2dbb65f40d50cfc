package dev.lectern.stage.balance;

import dev.lectern.kind.TaskShares;
import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import dev.lectern.stage.InOrder;
import dev.lectern.stage.Rank;
import dev.lectern.stage.Tools;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
public record HoldMix(SortedMap<String, Double> tasks, int rows, double leaveAtLeast)
        implements InOrder<HoldMix.Entry, HoldMix.Memory> {
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

    public record Entry(Rank rank, String task) {}

    /** Ids that wait for the end of the round, by kind and best first, and how many of each were kept before. */
    static final class Memory {
        private final SortedMap<String, List<String>> waiting = new TreeMap<>();
        private final SortedMap<String, Integer> kept = new TreeMap<>();
    }

    @Override
    public Class<Entry> entryType() {
        return Entry.class;
    }

    @Override
    public Entry entry(Sample sample, Tools tools) {
        return new Entry(Rank.of(sample, Rank.QUALITY, tools), sample.task());
    }

    @Override
    public String id(Entry entry) {
        return entry.rank().id();
    }

    @Override
    public Comparator<Entry> order() {
        return Comparator.comparing(Entry::rank, Rank.BEST_FIRST);
    }

    @Override
    public Memory open(Tools tools) {
        return new Memory();
    }

    @Override
    public List<Ruling> next(Memory memory, Entry entry) {
        if (tasks.containsKey(entry.task())) {
            memory.waiting.computeIfAbsent(entry.task(), t -> new ArrayList<>()).add(id(entry));
        }
        return List.of();
    }

    @Override
    public List<Ruling> close(Memory memory) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (String task : tasks.keySet()) {
            int here = memory.waiting.getOrDefault(task, List.of()).size();
            counts.put(task, memory.kept.getOrDefault(task, 0) + here);
        }
        SortedMap<String, Integer> allowed =
                rows > 0 ? new TaskShares(tasks).divided(rows) : allowed(new TaskShares(tasks), counts, leaveAtLeast);
        List<Ruling> rulings = new ArrayList<>();
        memory.waiting.forEach((task, ids) -> {
            int room = Math.max(0, allowed.getOrDefault(task, 0) - memory.kept.getOrDefault(task, 0));
            int stay = Math.min(room, ids.size());
            ids.subList(stay, ids.size())
                    .forEach(id -> rulings.add(new Ruling.Drop(id, TaskShares.OVER, Optional.empty())));
            memory.kept.merge(task, stay, Integer::sum);
        });
        memory.waiting.clear();
        return rulings;
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
