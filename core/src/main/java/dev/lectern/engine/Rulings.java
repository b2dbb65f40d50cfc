package dev.lectern.engine;

import dev.lectern.people.Human;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Rulings on samples, combined without regard to the order they come in: a drop beats a hold beats a mark; of several twins
 * the best-ranked is named; of several marks under one name the larger counts; of several places the first.
 */
public final class Rulings {
    private static final class OnOne {
        Optional<Ruling.Drop> drop = Optional.empty();
        Optional<Ruling.Hold> hold = Optional.empty();
        Optional<Ruling.Place> place = Optional.empty();
        final SortedMap<String, Double> marks = new TreeMap<>();
    }

    private final Map<String, OnOne> byId = new HashMap<>();
    private final ToIntFunction<String> rank;

    /** @param rank where an id stands, best first; unknown ids may stand anywhere, but always there */
    public Rulings(ToIntFunction<String> rank) {
        this.rank = rank;
    }

    public void add(Ruling ruling) {
        OnOne on = byId.computeIfAbsent(ruling.id(), id -> new OnOne());
        switch (ruling) {
            case Ruling.Drop drop ->
                on.drop = Optional.of(on.drop.map(d -> better(d, drop)).orElse(drop));
            case Ruling.Hold hold ->
                on.hold = on.hold
                        .filter(h -> h.reason().compareTo(hold.reason()) <= 0)
                        .or(() -> Optional.of(hold));
            case Ruling.Mark mark -> on.marks.merge(mark.score(), mark.value(), Math::max);
            case Ruling.Place place ->
                on.place = on.place.filter(p -> p.batch() <= place.batch()).or(() -> Optional.of(place));
        }
    }

    /** What became of the sample. No ruling holds for rows that a person wrote. */
    Outcome on(Sample sample) {
        OnOne on = byId.get(sample.id());
        if (on == null || Human.isRow(sample)) {
            return new Outcome.Kept(sample);
        }
        if (on.drop.isPresent()) {
            return new Outcome.Dropped(
                    sample, on.drop.get().reason(), on.drop.get().twin());
        }
        if (on.hold.isPresent()) {
            return new Outcome.Held(sample, on.hold.get().reason());
        }
        Sample marked = sample;
        for (var mark : on.marks.entrySet()) {
            marked = marked.withScore(mark.getKey(), mark.getValue());
        }
        if (on.place.isPresent()) {
            marked = marked.withLineage(marked.lineage()
                    .withPlace(on.place.get().batch(), on.place.get().order()));
        }
        return new Outcome.Kept(marked);
    }

    private Ruling.Drop better(Ruling.Drop a, Ruling.Drop b) {
        int twinA = a.twin().map(rank::applyAsInt).orElse(Integer.MAX_VALUE);
        int twinB = b.twin().map(rank::applyAsInt).orElse(Integer.MAX_VALUE);
        if (twinA != twinB) {
            return twinA < twinB ? a : b;
        }
        return a.reason().compareTo(b.reason()) <= 0 ? a : b;
    }
}
