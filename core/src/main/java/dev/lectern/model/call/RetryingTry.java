package dev.lectern.model.call;

import dev.lectern.model.ChatRequest;
import dev.lectern.model.Fault;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.TryAgain;
import dev.lectern.model.WireReply;
import dev.lectern.text.Hash;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tries again what may still succeed, waiting longer each time or as long as the server asks. While the model seems to be down
 * (several calls in a row brought nothing), calls get one try only, so that an outage ends a run soon.
 */
final class RetryingTry implements Try {
    /** Calls in a row without an answer, after which the model counts as down. */
    private static final int DOWN_AFTER = 3;

    /** A server that asks for a longer pause than this is not waited for; the work is held instead. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Try next;
    private final Duration firstPause;
    private final CallMeter meter;
    private final AtomicInteger outages = new AtomicInteger();

    RetryingTry(Try next, Duration firstPause, CallMeter meter) {
        this.next = next;
        this.firstPause = firstPause;
        this.meter = meter;
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner, Bill bill) {
        for (int attempt = 1; ; attempt++) {
            try {
                WireReply reply = next.ask(request, manner, bill);
                outages.set(0);
                return reply;
            } catch (TryAgain e) {
                Duration pause = pause(request, attempt, e.after());
                boolean enough = attempt >= tries(e.fault()) || outages.get() >= DOWN_AFTER;
                if (enough || pause.compareTo(LONGEST_PAUSE) > 0) {
                    outages.incrementAndGet();
                    throw new ModelException(ModelException.Kind.UNREACHABLE, e.problem(), e);
                }
                meter.retried(e.fault());
                sleep(pause);
            }
        }
    }

    private static int tries(Fault fault) {
        return switch (fault) {
            case BUSY, SERVER -> 6;
            case CUT, MALFORMED -> 5;
            case CONNECTION -> 3;
            case TIMEOUT -> 2;
        };
    }

    /** Doubles with each try; spread by the request's hash, so that calls that failed together don't come back together. */
    private Duration pause(ChatRequest request, int attempt, Optional<Duration> asked) {
        long spread = Long.remainderUnsigned(Hash.rank(request.messages().toString(), Integer.toString(attempt)), 1000);
        Duration own = firstPause.multipliedBy(1L << (attempt - 1));
        Duration withSpread = own.plus(own.multipliedBy(spread).dividedBy(2000));
        return asked.filter(wish -> wish.compareTo(own) > 0).orElse(withSpread);
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException(ModelException.Kind.UNREACHABLE, "interrupted before another try", e);
        }
    }
}
