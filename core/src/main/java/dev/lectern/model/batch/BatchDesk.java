package dev.lectern.model.batch;

import dev.lectern.check.Problem;
import dev.lectern.model.BatchClient;
import dev.lectern.model.BatchClient.Line;
import dev.lectern.model.BatchClient.Result;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.TryAgain;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gathers the calls of one model into batches and looks after them. A batch goes off when no further call has come for a while, or when
 * it is full; it is asked after in growing pauses. Batches of earlier invocations are taken up again: whoever asks for one of their
 * lines waits for it, and nothing is handed in twice. Between the provider's answer to a batch and the note of it in the journal lies
 * the one moment at which a killed process pays twice.
 */
public final class BatchDesk {
    /** Well under what providers take (50,000 and 100,000 lines, 200 MB), and enough that batches run side by side. */
    private static final int MOST_LINES = 5_000;

    /** Letters of all questions of a batch; written down, one may take six bytes. */
    private static final long MOST_LETTERS = 20_000_000;

    /** Providers end a batch after a day; one that they no longer know after this time has come to its end. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(3);

    private static final double GROWTH = 1.5;

    private final BatchClient client;
    private final BatchJournal journal;
    private final Pauses pauses;
    private final Clock clock;
    private final Map<String, Waiting> joining = new LinkedHashMap<>();
    private final Map<String, Expected> handedIn = new HashMap<>();
    private final List<Running> running = new ArrayList<>();
    private long lastJoined;
    private boolean opened;

    /**
     * How long to wait, in nanoseconds.
     *
     * @param quiet for further calls before a batch goes off
     * @param first before it is first asked after
     * @param longest between two askings
     * @param patience with a provider that can't be asked
     */
    public record Pauses(long quiet, long first, long longest, long patience) {
        /** All from the first pause between two tries of a call, so that whoever hurries those hurries these. */
        public static Pauses of(Duration first, Duration patience) {
            long pause = first.toNanos();
            return new Pauses(4 * pause, 10 * pause, 120 * pause, patience.toNanos());
        }
    }

    private record Waiting(Line line, CompletableFuture<Result> result) {}

    /** @param wanted whether anybody waits for it in this invocation */
    private record Expected(CompletableFuture<Result> result, boolean wanted) {}

    private static final class Running {
        private final BatchJournal.Batch batch;
        private long due;
        private long pause;
        private long lastHeard;
        private long done;

        Running(BatchJournal.Batch batch, long now, long pause) {
            this.batch = batch;
            this.pause = pause;
            this.due = now + pause;
            this.lastHeard = now;
        }
    }

    /** @param store keeps what is known of the batches of the model */
    public BatchDesk(BatchClient client, ModelId model, ReplyStore store, Pauses pauses, Clock clock) {
        this.client = client;
        this.journal = new BatchJournal(store, model, clock);
        this.pauses = pauses;
        this.clock = clock;
    }

    /** How many lines are through, of those that are on their way. */
    public record Standing(long done, long total) {}

    public synchronized Standing standing() {
        long total = running.stream().mapToLong(r -> r.batch.lines().size()).sum();
        return new Standing(running.stream().mapToLong(r -> r.done).sum(), total + joining.size());
    }

    /** Joins the next batch, or waits for the line where it is on its way. */
    public synchronized CompletableFuture<Result> join(Line line, long now) {
        open(now);
        Optional<Result> arrived = journal.take(line.key());
        if (arrived.isPresent()) {
            return CompletableFuture.completedFuture(arrived.get());
        }
        Expected onItsWay = handedIn.computeIfPresent(line.key(), (key, e) -> new Expected(e.result(), true));
        if (onItsWay != null) {
            return onItsWay.result();
        }
        lastJoined = now;
        return joining.computeIfAbsent(line.key(), key -> new Waiting(line, new CompletableFuture<>()))
                .result();
    }

    private void open(long now) {
        if (!opened) {
            List<BatchJournal.Batch> open = journal.open();
            opened = true;
            open.forEach(batch -> run(batch, now, 0));
        }
    }

    private synchronized void run(BatchJournal.Batch batch, long now, long pause) {
        batch.lines()
                .forEach(line -> handedIn.computeIfAbsent(line, key -> new Expected(new CompletableFuture<>(), false)));
        running.add(new Running(batch, now, pause));
    }

    /** Hands in and asks after what is due. @return when it wants to be called again; empty while there is nothing to look after */
    public Optional<Long> step(long now) {
        try {
            List<Waiting> off = off(now);
            if (!off.isEmpty()) {
                handIn(off, now);
            }
            for (Running batch : due(now)) {
                askAfter(batch, now);
            }
        } catch (Error e) {
            breakOff(e);
        }
        return next();
    }

    /** Nobody else would tell those who wait. What was handed in stays in the journal, and is taken up again by whoever asks next. */
    private synchronized void breakOff(Error why) {
        List<CompletableFuture<Result>> waiting = new ArrayList<>();
        joining.values().forEach(line -> waiting.add(line.result()));
        handedIn.values().forEach(line -> waiting.add(line.result()));
        joining.clear();
        handedIn.clear();
        running.clear();
        opened = false;
        waiting.forEach(result -> result.completeExceptionally(why));
    }

    private synchronized List<Waiting> off(long now) {
        if (joining.size() < MOST_LINES && now - lastJoined < pauses.quiet()) {
            return List.of();
        }
        List<Waiting> off = new ArrayList<>();
        long letters = 0;
        for (Waiting next : joining.values()) {
            letters += letters(next.line().request());
            if (off.size() == MOST_LINES || (letters > MOST_LETTERS && !off.isEmpty())) {
                break;
            }
            off.add(next);
        }
        off.forEach(waiting -> {
            joining.remove(waiting.line().key());
            handedIn.put(waiting.line().key(), new Expected(waiting.result(), true));
        });
        return off;
    }

    private static long letters(ChatRequest request) {
        return request.messages().stream()
                .mapToLong(message -> message.content().length())
                .sum();
    }

    private void handIn(List<Waiting> off, long now) {
        try {
            journal.ready();
            String id = client.submit(off.stream().map(Waiting::line).toList());
            BatchJournal.Batch batch =
                    journal.handedIn(id, off.stream().map(w -> w.line().key()).toList());
            run(batch, now, pauses.first());
        } catch (ModelException e) {
            // A no to the batch is no answer to any of its lines.
            ModelException held = new ModelException(ModelException.Kind.UNREACHABLE, notTaken(e), e);
            off.forEach(waiting -> fail(waiting.line().key(), held));
        } catch (RuntimeException e) {
            off.forEach(waiting -> fail(waiting.line().key(), e));
        }
    }

    private static Problem notTaken(ModelException e) {
        return e.problem().orElseGet(() -> new Problem("the provider does not take the batch: " + e.getMessage(), ""));
    }

    private synchronized List<Running> due(long now) {
        return running.stream().filter(batch -> batch.due <= now).toList();
    }

    private void askAfter(Running batch, long now) {
        try {
            BatchClient.State state = client.poll(batch.batch.id());
            heard(batch, state, now);
            if (state.ended()) {
                end(batch, client.results(batch.batch.id()), state.said());
            }
        } catch (TryAgain e) {
            if (keepsSilent(batch, now)) {
                giveUp(batch, new ModelException(ModelException.Kind.UNREACHABLE, e.problem(), e));
            }
        } catch (ModelException e) {
            if (batch.batch.at().plus(FORGOTTEN_AFTER).isBefore(clock.instant())) {
                end(batch, List.of(), "");
            } else {
                giveUp(batch, new ModelException(ModelException.Kind.UNREACHABLE, e.getMessage(), e));
            }
        } catch (RuntimeException e) {
            giveUp(batch, e);
        }
    }

    private synchronized void heard(Running batch, BatchClient.State state, long now) {
        batch.done = state.done();
        if (!state.ended()) {
            // One that has ended was heard in full once its results are here; a provider may never hand those out.
            batch.lastHeard = now;
        }
        batch.pause = Math.clamp((long) (batch.pause * GROWTH), pauses.first(), pauses.longest());
        batch.due = now + batch.pause;
    }

    /** Asked in vain. @return whether that has gone on for longer than patience lasts */
    private synchronized boolean keepsSilent(Running batch, long now) {
        batch.due = now + Math.max(batch.pause, pauses.first());
        return now - batch.lastHeard > pauses.patience();
    }

    /** @param said why, in the provider's words */
    private void end(Running batch, List<Result> results, String said) {
        journal.ended(batch.batch, results.stream().filter(BatchDesk::isAnswer).toList());
        Map<String, Result> byLine =
                results.stream().collect(Collectors.toMap(Result::key, Function.identity(), (one, other) -> one));
        synchronized (this) {
            running.remove(batch);
            for (String line : batch.batch.lines()) {
                Expected expected = handedIn.remove(line);
                if (expected != null && expected.wanted()) {
                    Optional<Result> kept = journal.take(line);
                    expected.result().complete(kept.orElseGet(() -> byLine.getOrDefault(line, missing(line, said))));
                }
            }
        }
    }

    private static Result missing(String line, String said) {
        String why = said.isEmpty() ? "" : " (" + said + ")";
        return new Result(line, 0, Optional.empty(), "the batch ended without a result for it" + why);
    }

    /** The batch stays in the journal: the next invocation asks after it. */
    private synchronized void giveUp(Running batch, RuntimeException why) {
        running.remove(batch);
        batch.batch.lines().forEach(line -> fail(line, why));
    }

    private synchronized void fail(String line, RuntimeException why) {
        Optional.ofNullable(handedIn.remove(line))
                .ifPresent(expected -> expected.result().completeExceptionally(why));
    }

    /** Whether it was paid for: what brought an error is handed in again. */
    private static boolean isAnswer(Result result) {
        return result.status() == 200 && result.body().isPresent();
    }

    private synchronized Optional<Long> next() {
        long next = joining.isEmpty() ? Long.MAX_VALUE : lastJoined + pauses.quiet();
        for (Running batch : running) {
            next = Math.min(next, batch.due);
        }
        return next == Long.MAX_VALUE ? Optional.empty() : Optional.of(next);
    }
}
