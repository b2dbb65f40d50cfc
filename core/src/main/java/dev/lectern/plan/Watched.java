package dev.lectern.plan;

import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A draw that notes what it drew, and how much of it was learnt from. For one thread. */
final class Watched<M> implements Draw<M> {
    private final Draw<M> draw;
    private final Set<String> closed = new TreeSet<>();
    private List<Sample> open = List.of();

    Watched(Draw<M> draw) {
        this.draw = draw;
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
        try (Stream<Sample> drawn = draw.draw(memory, round, tools)) {
            open = drawn.toList();
        }
        return open.stream();
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public void learn(M memory, List<Outcome> round, Tools tools) {
        draw.learn(memory, round, tools);
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
