package dev.lectern.engine;

import dev.lectern.engine.Progress.Counts;
import dev.lectern.model.ModelException;
import dev.lectern.recipe.Recipe;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Draw;
import dev.lectern.stage.InOrder;
import dev.lectern.stage.Named;
import dev.lectern.stage.PerDataset;
import dev.lectern.stage.PerGroup;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Tools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs a recipe: draws a round, sends it through the stages, lets the draw learn, and does so again until there is enough;
 * then the stages that stand at the end. Consecutive per-sample stages are fused.
 *
 * <p>Rows that people wrote come in with the first round and go through all stages as they are.
 *
 * <p>A round with held samples does not close: nothing is learnt from it and no later round begins. The same before a
 * shuffle that paid stages follow, since a shuffle over a part might pay for rows that lose later. Samples that are held for
 * the budget are not waited for there: whoever set it wants rows for it, and a few answers to copies are the price.
 *
 * @param <F> the engine's flows
 */
public final class Runner<F> {
    private final Engine<F> engine;
    private final Recipe recipe;
    private final Work work;
    private final Map<String, List<Object>> letThrough = new HashMap<>();
    private final Map<String, Object> memories = new HashMap<>();
    private final Map<String, Long> keptBefore = new HashMap<>();

    /** What a run leaves: the accepted samples, and whether something is still held. */
    public record Ran<F>(F accepted, boolean partial, int rounds) {}

    public Runner(Engine<F> engine, Recipe recipe, Work work) {
        this.engine = engine;
        this.recipe = recipe;
        this.work = work;
    }

    public Ran<F> run() {
        return run(recipe.draw());
    }

    private <M> Ran<F> run(Named<? extends Draw<?>> named) {
        @SuppressWarnings("unchecked")
        Draw<M> draw = (Draw<M>) named.what();
        Tools tools = work.tools().apply(named.name());
        Optional<M> opened = asking(named.name(), () -> draw.open(tools));
        if (opened.isEmpty()) {
            return new Ran<>(through(engine.of(Stream.empty()), recipe.then(), work), true, 0);
        }
        M memory = opened.get();
        List<F> closed = new ArrayList<>();
        long accepted = 0;
        boolean partial = false;
        int round = 0;
        for (; round < recipe.rounds().atMost() && !partial; round++) {
            int now = round;
            boolean several = recipe.rounds().atMost() > 1;
            Stream<Sample> people = now == 0 ? tools.supplies().reviews().rows().stream() : Stream.empty();
            F drawn = engine.of(Stream.concat(people, draw.draw(memory, round, tools))
                    .map(s -> several ? s.withLineage(s.lineage().withRound(now)) : s));
            if (engine.size(drawn) == 0) {
                engine.forget(drawn);
                break;
            }
            long heldBefore = work.ledger().held();
            List<Outcome> ended = Collections.synchronizedList(new ArrayList<>());
            F done = through(drawn, recipe.each(), draw.learns() ? work.with(ended::add) : work);
            partial = work.ledger().held() > heldBefore;
            if (draw.learns() && !partial) {
                List<Outcome> outcomes = inIdOrder(done, ended);
                partial = asking(named.name(), () -> {
                            draw.learn(memory, outcomes, tools);
                            return memory;
                        })
                        .isEmpty();
            }
            closed.add(done);
            accepted += engine.size(done);
            if (recipe.rounds().accepted() > 0 && accepted >= recipe.rounds().accepted()) {
                round++;
                break;
            }
        }
        F all = closed.size() == 1 ? closed.getFirst() : union(closed);
        F finished = through(all, recipe.then(), work);
        return new Ran<>(finished, partial || work.ledger().held() > 0, round);
    }

    /** Empty where a model that the draw itself asks is not reached, or its budget ends: the run ends there, and the next one goes on. */
    private <T> Optional<T> asking(String draw, Supplier<T> body) {
        try {
            return Optional.of(body.get());
        } catch (ModelException e) {
            switch (e.kind()) {
                case REFUSED -> throw e;
                case UNREACHABLE -> work.waits(draw, "model not reached: " + e.getMessage());
                case BUDGET -> work.waits(draw, Ledger.BUDGET + e.getMessage());
            }
            return Optional.empty();
        }
    }

    private List<Outcome> inIdOrder(F kept, List<Outcome> ended) {
        List<Outcome> all = new ArrayList<>(ended);
        try (Stream<Sample> samples = engine.sorted(kept)) {
            samples.map(Outcome.Kept::new).forEach(all::add);
        }
        all.sort(Comparator.comparing(o -> o.sample().id()));
        return all;
    }

    private F union(List<F> flows) {
        F all = engine.of(flows.stream().flatMap(engine::sorted));
        flows.forEach(engine::forget);
        return all;
    }

    private F through(F in, List<Named<Stage>> stages, Work work) {
        F flow = in;
        long heldBefore = work.ledger().heldForOtherThanBudget();
        for (int i = 0; i < stages.size(); ) {
            int to = i;
            while (to < stages.size() && stages.get(to).what() instanceof PerSample) {
                to++;
            }
            if (to > i) {
                flow = perSample(flow, stages.subList(i, to), work);
            } else {
                to = i + 1;
                boolean paidLater = stages.subList(to, stages.size()).stream()
                        .anyMatch(s -> s.what().paid());
                boolean wait = paidLater && work.ledger().heldForOtherThanBudget() > heldBefore;
                flow = wait ? holdAll(flow, stages.get(i).name(), work) : shuffle(flow, stages.get(i), work);
            }
            i = to;
        }
        return flow;
    }

    /** Fused stages run together, so their times overlap. */
    private F perSample(F in, List<Named<Stage>> stages, Work work) {
        List<Named<PerSample>> fused = stages.stream()
                .map(s -> new Named<>(s.name(), (PerSample) s.what()))
                .toList();
        work.before().accept(fused.getFirst().name());
        fused.forEach(s -> work.progress().hear(new Progress.Started(s.name(), 0)));
        F out = engine.perSample(in, fused, work);
        settle(fused.getLast().name(), in, out);
        fused.forEach(s -> ended(s.name()));
        return out;
    }

    private F shuffle(F in, Named<Stage> stage, Work work) {
        work.progress().hear(new Progress.Started(stage.name(), engine.size(in)));
        return timed(stage.name(), in, () -> switch (stage.what()) {
            case PerGroup<?> group -> perGroup(in, new Named<>(stage.name(), group), work);
            case InOrder<?, ?> inOrder -> inOrder(in, new Named<>(stage.name(), inOrder), work);
            case PerDataset<?> dataset -> perDataset(in, new Named<>(stage.name(), dataset), work);
            case PerSample s -> throw new IllegalStateException("fused before");
        });
    }

    private F holdAll(F in, String stage, Work work) {
        return timed(stage, in, () -> engine.perSample(in, List.of(new Named<>(stage, (PerSample) new Wait())), work));
    }

    /** Stands in for a shuffle that has to wait. */
    private record Wait() implements PerSample {
        @Override
        public List<Outcome> apply(Sample sample, Tools tools) {
            return List.of(new Outcome.Held(sample, Outcome.Held.FOR_OTHERS));
        }
    }

    private <E> F perGroup(F in, Named<PerGroup<E>> stage, Work work) {
        List<E> entries = engine.entries(in, stage, work);
        List<Object> before = letThrough.computeIfAbsent(stage.name(), s -> new ArrayList<>());
        @SuppressWarnings("unchecked")
        List<E> past = (List<E>) before;
        F out = engine.rule(in, stage.name(), engine.perGroup(entries, past, stage.what()), work);
        if (recipe.rounds().atMost() > 1) {
            Set<String> kept = ids(out);
            entries.stream().filter(e -> kept.contains(stage.what().id(e))).forEach(before::add);
        }
        return out;
    }

    private <E, M> F inOrder(F in, Named<InOrder<E, M>> stage, Work work) {
        @SuppressWarnings("unchecked")
        M memory = (M) memories.computeIfAbsent(
                stage.name(), s -> stage.what().open(work.tools().apply(s)));
        List<E> entries = engine.entries(in, stage, work);
        Map<String, Integer> ranks = new HashMap<>();
        entries.forEach(e -> ranks.put(stage.what().id(e), ranks.size()));
        Rulings rulings = new Rulings(id -> ranks.getOrDefault(id, -1));
        for (E entry : entries) {
            stage.what().next(memory, entry).forEach((Ruling r) -> rulings.add(r));
        }
        stage.what().close(memory).forEach(rulings::add);
        return engine.rule(in, stage.name(), rulings, work);
    }

    private <S> F perDataset(F in, Named<PerDataset<S>> stage, Work work) {
        S summary = engine.survey(in, stage.what());
        record Act<T>(PerDataset<T> stage, T summary) implements PerSample {
            @Override
            public List<Outcome> apply(Sample sample, Tools tools) {
                return stage.act(summary, sample, tools);
            }
        }
        return engine.perSample(
                in, List.of(new Named<>(stage.name(), (PerSample) new Act<>(stage.what(), summary))), work);
    }

    private F timed(String stage, F in, Supplier<F> body) {
        work.ledger().begins(stage);
        F out;
        try {
            out = body.get();
        } finally {
            work.ledger().ends(stage);
        }
        settle(stage, in, out);
        ended(stage);
        return out;
    }

    /** The accounts must add up before anything else happens. */
    private void settle(String stage, F in, F out) {
        work.ledger().check(stage, engine.size(out), keptBefore.getOrDefault(stage, 0L));
        keptBefore.put(stage, work.ledger().counts(stage).kept());
        engine.forget(in);
    }

    private void ended(String stage) {
        Counts counts = work.ledger().counts(stage);
        Duration took = Duration.ofNanos((long) (work.ledger().seconds(stage) * 1e9));
        work.progress().hear(new Progress.Ended(stage, counts, took));
    }

    private Set<String> ids(F flow) {
        Set<String> ids = new HashSet<>();
        try (Stream<Sample> samples = engine.sorted(flow)) {
            samples.forEach(s -> ids.add(s.id()));
        }
        return ids;
    }
}
