package dev.lectern.engine;

import dev.lectern.model.Cost;
import java.time.Duration;
import java.util.List;

/**
 * Hears how a build comes along. Called from any thread, so it must be quick, safe for many threads, and never throw.
 * The figures are for people who wait; the record of a run is its folder.
 */
@FunctionalInterface
public interface Progress {
    void hear(Event event);

    /** For whoever does not wait. */
    Progress SILENT = event -> {};

    /** What can be heard. Reading the documents is a stage like any other here, named {@code read}. */
    sealed interface Event {}

    /**
     * A stage begins.
     *
     * @param expected units it is going to see; 0 if not yet known
     */
    record Started(String stage, long expected) implements Event {}

    /**
     * A stage came further. Sent as often as the engine likes; whoever shows it thins it out.
     *
     * @param done units finished
     * @param expected units it is going to see; 0 if not yet known
     * @param calls how the calls of models stand; {@link Calls#NONE} where none are made
     */
    record Advanced(String stage, long done, long expected, Counts counts, Calls calls) implements Event {}

    /** A stage is through; its counts are final for this round. */
    record Ended(String stage, Counts counts, Duration took) implements Event {}

    /**
     * Something the user may want to know or change, said once.
     *
     * @param what an English sentence with {@code {0}}, {@code {1}} … for what differs; also the key of its translation
     */
    record Noted(String what, List<String> about) implements Event {
        public Noted {
            about = List.copyOf(about);
        }
    }

    /**
     * The calls of a run, over all its models and stages.
     *
     * @param inFlight calls now waiting for an answer
     * @param limit how many adaptive control would let through now
     * @param tokens tokens paid for so far
     * @param tokensPerSecond of the last seconds
     * @param retried tries beyond the first
     * @param pausedLanes keys and endpoints that are not asked just now, because they said so or refused the key
     * @param money paid by this run folder so far, by currency
     * @param unpriced whether the price of some call is not known
     * @param batched lines that providers' batches hold, and how many of them are through
     */
    record Calls(
            int inFlight,
            int limit,
            long tokens,
            long tokensPerSecond,
            long retried,
            int pausedLanes,
            List<Cost> money,
            boolean unpriced,
            Batched batched) {
        public static final Calls NONE = new Calls(0, 0, 0, 0, 0, 0, List.of(), false, Batched.NONE);

        public Calls {
            money = List.copyOf(money);
        }
    }

    /** Lines in providers' batches. */
    record Batched(long done, long total) {
        public static final Batched NONE = new Batched(0, 0);
    }

    /** The accounting of a stage: in + born = kept + held + dropped + failed. */
    record Counts(long in, long born, long kept, long held, long dropped, long failed) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
    }
}
