package dev.lectern.model.call;

import dev.lectern.model.Fault;
import dev.lectern.model.Usage;
import dev.lectern.model.limit.RecentRate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Counts what happens to calls in one invocation; shared by all models of a run, safe for many threads. */
public final class CallMeter {
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong reused = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    /** Of those reused, what was made before in this invocation. */
    private final AtomicLong own = new AtomicLong();

    private final SortedMap<Fault, Long> retried = new ConcurrentSkipListMap<>();
    private final SortedMap<String, Long> standIns = new ConcurrentSkipListMap<>();
    /** Models that stood in, by the keys of what they answered. */
    private final Map<String, String> stoodIn = new ConcurrentHashMap<>();

    private final RecentRate tokens;
    private final AtomicLong input = new AtomicLong();
    private final AtomicLong output = new AtomicLong();
    private final AtomicLong cached = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();

    /**
     * @param made calls that a model answered in this invocation, refusals among them
     * @param reused answers that were there already
     * @param failed calls that brought nothing, after all tries
     * @param retriedFor tries beyond the first, by what the one before brought
     * @param standIns answers, made now or kept, that another model gave in the place of the one asked, by its name
     * @param usage tokens of the calls made
     */
    public record Counts(
            long made,
            long reused,
            long failed,
            SortedMap<Fault, Long> retriedFor,
            SortedMap<String, Long> standIns,
            Usage usage,
            int inFlight,
            int mostInFlight) {
        public Counts {
            retriedFor = Collections.unmodifiableSortedMap(new TreeMap<>(retriedFor));
            standIns = Collections.unmodifiableSortedMap(new TreeMap<>(standIns));
        }

        /** Tries beyond the first. */
        public long retried() {
            return retriedFor.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public CallMeter() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    CallMeter(LongSupplier nanos) {
        this.tokens = new RecentRate(nanos);
    }

    public Counts counts() {
        return new Counts(
                made.get(),
                Math.max(0, reused.get() - own.get()),
                failed.get(),
                retried,
                standIns,
                new Usage(input.get(), output.get(), cached.get()),
                inFlight.get(),
                mostInFlight.get());
    }

    public void made(Usage usage) {
        made.incrementAndGet();
        input.addAndGet(usage.input());
        output.addAndGet(usage.output());
        cached.addAndGet(usage.cached());
        tokens.add(usage.total());
    }

    public void reused() {
        reused.incrementAndGet();
    }

    /** All stages are gone through once more: what was counted as reused comes again, and what was made comes with it. */
    public void again() {
        reused.set(0);
        own.set(made.get());
    }

    public void failed() {
        failed.incrementAndGet();
    }

    void retried(Fault fault) {
        retried.merge(fault, 1L, Long::sum);
    }

    /** The reply of this key was given by another model than the one asked; it counts once, however often it is used. */
    void stoodIn(String key, String model) {
        if (stoodIn.putIfAbsent(key, model) == null) {
            standIns.merge(model, 1L, Long::sum);
        }
    }

    /** The model that gave the reply of this key in the place of the one asked. */
    public Optional<String> standIn(String key) {
        return Optional.ofNullable(stoodIn.get(key));
    }

    /** Tokens of the calls that ended within the last seconds, by the second. */
    public long tokensPerSecond() {
        return tokens.perSecond();
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
