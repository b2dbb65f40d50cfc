package dev.lectern.model;

import dev.lectern.text.Hash;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tries again what may still succeed, waiting longer each time or as long as the server asks. While the model seems to be down
 * (several calls in a row brought nothing), calls get one try only, so that an outage ends a run soon.
 */
public final class RetryingModel implements ChatModel {
    /** Calls in a row without an answer, after which the model counts as down. */
    private static final int DOWN_AFTER = 3;

    /** A server that asks for a longer pause than this is not waited for; the work is held instead. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final ChatModel model;
    private final Duration firstPause;
    private final CallMeter meter;
    private final AtomicInteger outages = new AtomicInteger();

    public RetryingModel(ChatModel model, Duration firstPause, CallMeter meter) {
        this.model = model;
        this.firstPause = firstPause;
        this.meter = meter;
    }

    @Override
    public ModelId id() {
        return model.id();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                ChatReply reply = model.chat(request);
                outages.set(0);
                return reply;
            } catch (TryAgain e) {
                Duration pause = pause(request, attempt, e.after());
                boolean enough = attempt >= e.tries() || outages.get() >= DOWN_AFTER;
                if (enough || pause.compareTo(LONGEST_PAUSE) > 0) {
                    outages.incrementAndGet();
                    throw new ModelException(ModelException.Kind.UNREACHABLE, e.problem(), e);
                }
                meter.retried();
                sleep(pause);
            }
        }
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
