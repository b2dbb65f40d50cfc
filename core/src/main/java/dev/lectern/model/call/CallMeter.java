package dev.lectern.model.call;

import dev.lectern.model.Usage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what happens to calls in one invocation; shared by all models of a run, safe for many threads. */
public final class CallMeter {
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong reused = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong retried = new AtomicLong();
    private final AtomicLong input = new AtomicLong();
    private final AtomicLong output = new AtomicLong();
    private final AtomicLong cached = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();

    /**
     * @param made calls that a model answered in this invocation, refusals among them
     * @param reused answers that were there already
     * @param failed calls that brought nothing, after all tries
     * @param retried tries beyond the first
     * @param usage tokens of the calls made
     */
    public record Counts(
            long made, long reused, long failed, long retried, Usage usage, int inFlight, int mostInFlight) {}

    public Counts counts() {
        return new Counts(
                made.get(),
                reused.get(),
                failed.get(),
                retried.get(),
                new Usage(input.get(), output.get(), cached.get()),
                inFlight.get(),
                mostInFlight.get());
    }

    public void made(Usage usage) {
        made.incrementAndGet();
        input.addAndGet(usage.input());
        output.addAndGet(usage.output());
        cached.addAndGet(usage.cached());
    }

    public void reused() {
        reused.incrementAndGet();
    }

    public void failed() {
        failed.incrementAndGet();
    }

    public void retried() {
        retried.incrementAndGet();
    }

    /** One more try is on its way over the wire. */
    public void started() {
        int now = inFlight.incrementAndGet();
        mostInFlight.accumulateAndGet(now, Math::max);
    }

    public void ended() {
        inFlight.decrementAndGet();
    }
}
