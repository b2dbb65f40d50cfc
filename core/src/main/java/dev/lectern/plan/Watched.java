package dev.lectern.plan;

import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A draw that notes what it drew, and how much of it was learnt from; and that may end before its time. For one thread. */
final class Watched<M> implements Draw<M> {
    private final Draw<M> draw;
    private final int most;
    private final List<Sample> all = new ArrayList<>();
    private final Set<String> closed = new TreeSet<>();
    private List<Sample> open = List.of();
    private boolean cut;

    /** @param most how many samples may be drawn in all */
    Watched(Draw<M> draw, int most) {
        this.draw = draw;
        this.most = most;
    }

    /** All samples that were drawn. */
    List<Sample> all() {
        return List.copyOf(all);
    }

    /** Ids of the samples of all rounds that were learnt from. */
    Set<String> closed() {
        return Collections.unmodifiableSet(closed);
    }

    /** The samples of a round that was not learnt from. */
    List<Sample> open() {
        return open;
    }

    @Override
    public M open(Tools tools) {
        return draw.open(tools);
    }

    @Override
    public Stream<Sample> draw(M memory, int round, Tools tools) {
        int room = most - all.size();
        if (room <= 0) {
            return Stream.empty();
        }
        try (Stream<Sample> drawn = draw.draw(memory, round, tools)) {
            List<Sample> whole = drawn.toList();
            cut = whole.size() > room;
            open = cut ? whole.subList(0, room) : whole;
        }
        all.addAll(open);
        return open.stream();
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public void learn(M memory, List<Outcome> round, Tools tools) {
        if (!cut) { // of a part of a round nothing is learnt: the rest would look as if it had given nothing
            draw.learn(memory, round, tools);
        }
        open.stream().map(Sample::id).forEach(closed::add);
        open = List.of();
    }

    @Override
    public Set<Trait> adds() {
        return draw.adds();
    }

    @Override
    public Set<Use> uses() {
        return draw.uses();
    }
}
