package dev.lectern.tell;

import dev.lectern.engine.Progress;
import dev.lectern.model.Cost;
import dev.lectern.model.Spent;
import dev.lectern.model.call.CallMeter;
import dev.lectern.model.call.GivenUp;
import dev.lectern.model.call.Models;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Adds to what the engine tells how the calls stand, which it does not know, and says once of each key and address that it was given up.
 * While all wait for a model nothing comes further; then it tells the last again, so that whoever watches sees that there is somebody
 * still waiting, and for what.
 */
public final class LiveCalls implements Progress, AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Progress listener;
    private final Models models;
    private final Set<String> paid;
    private final Set<GivenUp> said = ConcurrentHashMap.newKeySet();
    private final ScheduledFuture<?> ticks;
    private volatile Optional<Advanced> last = Optional.empty();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("progress").daemon().factory());

    /** @param paid names of the stages that call models; of the others nothing is told that they have no part in */
    public LiveCalls(Progress listener, Models models, Set<String> paid) {
        this.listener = listener;
        this.paid = Set.copyOf(paid);
        this.models = models;
        ticks = ticker.scheduleWithFixedDelay(this::tick, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void hear(Event event) {
        if (event instanceof Advanced advanced && paid.contains(advanced.stage())) {
            last = Optional.of(advanced);
            listener.hear(with(advanced));
        } else {
            if (!(event instanceof Advanced)) {
                last = Optional.empty();
                sayGivenUp();
            }
            listener.hear(event);
        }
    }

    private void tick() {
        sayGivenUp();
        last.ifPresent(advanced -> listener.hear(with(advanced)));
    }

    private void sayGivenUp() {
        models.givenUp().stream()
                .filter(said::add)
                .forEach(way -> listener.hear(new Noted(
                        "{0} was given up (one call a minute sees whether it is mended): {1}; {2}",
                        List.of(way.lane(), way.problem().what(), way.fix()))));
    }

    private Advanced with(Advanced now) {
        CallMeter.Counts counts = models.meter().counts();
        Spent spent = models.spent();
        List<Cost> money = spent.micros().entrySet().stream()
                .map(entry -> new Cost(entry.getValue(), entry.getKey()))
                .toList();
        Calls calls = new Calls(
                counts.inFlight(),
                models.limit(),
                counts.usage().total(),
                models.meter().tokensPerSecond(),
                counts.retried(),
                models.lanesPaused(),
                money,
                spent.unpriced() > 0,
                new Batched(models.batches().done(), models.batches().total()));
        return new Advanced(now.stage(), now.done(), now.expected(), now.counts(), calls);
    }

    @Override
    public void close() {
        ticks.cancel(true);
        ticker.shutdownNow();
    }
}
