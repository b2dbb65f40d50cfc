package dev.lectern.engine;

import dev.lectern.check.ProblemsException;
import dev.lectern.model.ModelException;
import dev.lectern.people.Human;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Entries;
import dev.lectern.stage.Named;
import dev.lectern.stage.PerDataset;
import dev.lectern.stage.PerGroup;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The engine of one machine: flows are files, stages that wait on models run in virtual threads. */
public final class LocalEngine implements Engine<Flow> {
    private final Path folder;
    private final int threads;
    private final int admitted;
    private final AtomicInteger flows = new AtomicInteger();

    /**
     * @param folder where flows are written; nothing of ours is left there at the end
     * @param threads for work of our own
     * @param inFlight samples that may wait on models at once
     */
    public LocalEngine(Path folder, int threads, int inFlight) {
        this.folder = folder;
        this.threads = threads;
        this.admitted = Math.max(1, inFlight);
    }

    @Override
    public Flow of(Stream<Sample> samples) {
        Flow flow = flow();
        try (samples) {
            samples.forEach(flow::add);
        }
        return flow;
    }

    @Override
    public Flow perSample(Flow in, List<Named<PerSample>> fused, Work work) {
        Flow out = flow();
        boolean paid = fused.stream().anyMatch(s -> s.what().paid());
        List<Tools> tools =
                fused.stream().map(s -> work.tools().apply(s.name())).toList();
        try (BoundedMap map = new BoundedMap(paid, threads, paid ? admitted : 4 * threads);
                Stream<Sample> samples = in.sorted()) {
            Chain chain = new Chain(fused, tools, out, work, in.size());
            map.run(samples.map(sample -> fork -> chain.step(sample, 0, fork)));
        }
        return out;
    }

    /** Consecutive stages as one: a sample goes on to the next as soon as it is through one, its children on their own. */
    private record Chain(List<Named<PerSample>> stages, List<Tools> tools, Flow out, Work work, long expected) {
        void step(Sample sample, int at, BoundedMap.Fork fork) {
            if (at == stages.size()) {
                out.add(sample);
                return;
            }
            String name = stages.get(at).name();
            work.ledger().enters(name);
            work.ledger().begins(name);
            List<Outcome> outcomes;
            try {
                outcomes = apply(stages.get(at), tools.get(at), sample);
            } finally {
                work.ledger().ends(name);
            }
            work.ledger().returns(name, outcomes.size());
            List<Sample> kept = new ArrayList<>();
            for (Outcome outcome : outcomes) {
                work.book(name, outcome);
                if (outcome instanceof Outcome.Kept) {
                    kept.add(outcome.sample());
                }
            }
            Progress.Counts counts = work.ledger().counts(name);
            work.progress()
                    .hear(new Progress.Advanced(
                            name, counts.in(), at == 0 ? expected : 0, counts, Progress.Calls.NONE));
            for (int i = 0; i < kept.size() - 1; i++) {
                Sample child = kept.get(i);
                fork.fork(f -> step(child, at + 1, f));
            }
            if (!kept.isEmpty()) {
                step(kept.getLast(), at + 1, fork);
            }
        }

        /** The one place where an exception becomes an outcome. */
        private static List<Outcome> apply(Named<PerSample> stage, Tools tools, Sample sample) {
            if (Human.isRow(sample)) {
                // What a person wrote goes through as it is, whatever the stage.
                return List.of(new Outcome.Kept(sample));
            }
            try {
                List<Outcome> outcomes = stage.what().apply(sample, tools);
                if (outcomes.isEmpty()) {
                    throw new IllegalStateException("returned nothing, which a stage must never do");
                }
                return outcomes;
            } catch (ModelException e) {
                return List.of(
                        switch (e.kind()) {
                            case REFUSED -> new Outcome.Failed(sample, e.getMessage(), e.raw(), e.calls());
                            case UNREACHABLE -> new Outcome.Held(sample, "model not reached: " + e.getMessage());
                            case BUDGET -> new Outcome.Held(sample, Ledger.BUDGET + e.getMessage());
                        });
            } catch (ProblemsException e) {
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                return List.of(new Outcome.Failed(sample, "a bug in the stage: " + e, where(e)));
            }
        }

        private static String where(Throwable e) {
            StackTraceElement[] trace = e.getStackTrace();
            return trace.length == 0 ? "" : trace[0].toString();
        }
    }

    @Override
    public <E> List<E> entries(Flow in, Named<? extends Entries<E>> stage, Work work) {
        Tools tools = work.tools().apply(stage.name());
        try (Stream<Sample> samples = in.sorted()) {
            return samples.map(s -> stage.what().entry(s, tools))
                    .sorted(stage.what().order())
                    .toList();
        }
    }

    @Override
    public <E> Rulings perGroup(List<E> bestFirst, List<E> before, PerGroup<E> stage) {
        List<E> all = new ArrayList<>(before);
        all.addAll(bestFirst);
        Map<String, Integer> ordinals = new HashMap<>();
        List<KeyAt> keys = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ordinals.putIfAbsent(stage.id(all.get(i)), i);
            for (long key : stage.keys(all.get(i))) {
                keys.add(new KeyAt(key, i));
            }
        }
        keys.sort(null);
        Rulings rulings = new Rulings(id -> ordinals.getOrDefault(id, Integer.MAX_VALUE));
        for (int from = 0; from < keys.size(); ) {
            int to = from + 1;
            while (to < keys.size() && keys.get(to).key == keys.get(from).key) {
                to++;
            }
            if (to - from > 1) {
                List<E> group = keys.subList(from, to).stream()
                        .map(k -> all.get(k.ordinal))
                        .distinct()
                        .toList();
                stage.settle(keys.get(from).key, group).stream()
                        .filter(r -> ordinals.getOrDefault(r.id(), -1) >= before.size())
                        .forEach(rulings::add);
            }
            from = to;
        }
        return rulings;
    }

    /** A key and who has it; sorts by key, then best first. */
    private record KeyAt(long key, int ordinal) implements Comparable<KeyAt> {
        @Override
        public int compareTo(KeyAt o) {
            int byKey = Long.compare(key, o.key);
            return byKey != 0 ? byKey : Integer.compare(ordinal, o.ordinal);
        }
    }

    @Override
    public <S> S survey(Flow in, PerDataset<S> stage) {
        try (Stream<Sample> samples = in.sorted()) {
            return samples.reduce(stage.empty(), stage::add, stage::merge);
        }
    }

    @Override
    public Flow rule(Flow in, String stage, Rulings rulings, Work work) {
        Flow out = flow();
        try (Stream<Sample> samples = in.sorted()) {
            samples.forEach(sample -> {
                work.ledger().enters(stage);
                Outcome outcome = rulings.on(sample);
                work.ledger().returns(stage, 1);
                work.book(stage, outcome);
                if (outcome instanceof Outcome.Kept) {
                    out.add(outcome.sample());
                }
            });
        }
        return out;
    }

    @Override
    public long size(Flow flow) {
        return flow.size();
    }

    @Override
    public Stream<Sample> sorted(Flow flow) {
        return flow.sorted();
    }

    @Override
    public void forget(Flow flow) {
        flow.forget();
    }

    private Flow flow() {
        return new Flow(folder.resolve("flow-" + flows.incrementAndGet() + ".jsonl"));
    }
}
