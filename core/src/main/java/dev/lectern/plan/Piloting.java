package dev.lectern.plan;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.engine.Progress;
import dev.lectern.model.ModelException;
import dev.lectern.model.call.Models;
import dev.lectern.report.RunReport;
import dev.lectern.sample.Sample;
import dev.lectern.tell.Accounts;
import dev.lectern.tell.LiveCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Some units, worked on for real.
 *
 * @param cost what was paid for them now
 */
record Piloting(Looked looked, RunReport.Cost cost) {
    static final String STAGE = "pilot";

    /**
     * @throws ProblemsException if a model could not be reached, or the budget was spent before all units were through; what was
     *     answered is kept
     */
    static Piloting over(List<Sample> units, Looked looked, Models models, Progress progress) {
        progress.hear(new Progress.Started(STAGE, units.size()));
        AtomicLong done = new AtomicLong();
        List<Future<?>> work = new ArrayList<>();
        try (LiveCalls told = new LiveCalls(progress, models, Set.of(STAGE));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (Sample unit : units) {
                    work.add(threads.submit(() -> {
                        looked.at(unit, false);
                        told.hear(new Progress.Advanced(
                                STAGE,
                                done.incrementAndGet(),
                                units.size(),
                                Progress.Counts.NONE,
                                Progress.Calls.NONE));
                    }));
                }
                for (Future<?> each : work) {
                    each.get();
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw stopped(e);
            }
        }
        return new Piloting(looked, new Accounts(models).now());
    }

    private static RuntimeException stopped(ExecutionException e) {
        return switch (e.getCause()) {
            case ModelException model -> stopped(model);
            case RuntimeException bug -> bug;
            case null, default -> new IllegalStateException(e.getCause());
        };
    }

    /** A pilot has no later run that could go on: what stopped it is said. */
    static ProblemsException stopped(ModelException model) {
        return new ProblemsException(List.of(model.problem()
                .orElseGet(() -> new Problem(
                        model.getMessage(),
                        "--pilot",
                        model.kind() == ModelException.Kind.BUDGET
                                ? "raise the limit, or take fewer rows"
                                : "run it again: what was answered is kept"))));
    }
}
