package dev.lectern.stage.balance;

import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import dev.lectern.stage.InOrder;
import dev.lectern.stage.Rank;
import dev.lectern.stage.Ranked;
import dev.lectern.stage.RankedEntries;
import dev.lectern.stage.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Of each label so many rows stay, the best-ranked first; how many, is said at the end of each round, and no round takes back what one before kept. */
interface Quota extends InOrder<Quota.Entry, Quota.Memory>, RankedEntries<Quota.Entry> {
    /** @param label rows without one have the empty text */
    record Entry(Rank rank, String label) implements Ranked {}

    /** Ids that wait for the end of the round, by label and best first, and how many of each were kept before. */
    final class Memory {
        private final SortedMap<String, List<String>> waiting = new TreeMap<>();
        private final SortedMap<String, Integer> kept = new TreeMap<>();
    }

    String label(Sample sample);

    /**
     * How many of each label may stay in all.
     *
     * @param counts how many there are, those kept before among them
     * @param before how many were kept before
     */
    SortedMap<String, Integer> room(SortedMap<String, Integer> counts, SortedMap<String, Integer> before);

    /** Why a row goes for which there is no room. */
    String over(String label);

    @Override
    default Class<Entry> entryType() {
        return Entry.class;
    }

    @Override
    default Entry entry(Sample sample, Tools tools) {
        return new Entry(Rank.of(sample, Rank.QUALITY, tools), label(sample));
    }

    @Override
    default Memory open(Tools tools) {
        return new Memory();
    }

    @Override
    default List<Ruling> next(Memory memory, Entry entry) {
        memory.waiting.computeIfAbsent(entry.label(), l -> new ArrayList<>()).add(id(entry));
        return List.of();
    }

    @Override
    default List<Ruling> close(Memory memory) {
        SortedMap<String, Integer> counts = new TreeMap<>(memory.kept);
        memory.waiting.forEach((label, ids) -> counts.merge(label, ids.size(), Integer::sum));
        SortedMap<String, Integer> allowed = room(counts, memory.kept);
        List<Ruling> rulings = new ArrayList<>();
        memory.waiting.forEach((label, ids) -> {
            int room = Math.max(0, allowed.getOrDefault(label, 0) - memory.kept.getOrDefault(label, 0));
            int stay = Math.min(room, ids.size());
            ids.subList(stay, ids.size())
                    .forEach(id -> rulings.add(new Ruling.Drop(id, over(label), Optional.empty())));
            memory.kept.merge(label, stay, Integer::sum);
        });
        memory.waiting.clear();
        return rulings;
    }
}
