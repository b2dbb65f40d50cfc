package dev.lectern.model.call;

import dev.lectern.model.ChatRequest;
import dev.lectern.model.Fault;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.TryAgain;
import dev.lectern.model.WireReply;
import dev.lectern.model.limit.Outage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Tries again what may still succeed: so often for each kind of fault, waiting longer each time, as long as patience lasts. A server
 * that is only busy is asked until then: how many calls it gets is the limit's affair. While the model seems to be down, calls get one
 * try only.
 */
final class RetryingTry implements Try {
    /** No pause grows beyond so many first ones. */
    private static final int LONGEST = 16;

    /** Keeps what grows from being shifted out of a long. */
    private static final int MOST_DOUBLINGS = 20;

    private final Try next;
    private final long firstPause;
    private final long patience;
    private final CallMeter meter;
    private final Time time;
    private final Outage outage = new Outage();

    /**
     * @param firstPause before the second try
     * @param patience from the first fault to the last try
     */
    RetryingTry(Try next, Duration firstPause, Duration patience, CallMeter meter, Time time) {
        this.next = next;
        this.firstPause = firstPause.toNanos();
        this.patience = patience.toNanos();
        this.meter = meter;
        this.time = time;
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner, Bill bill) {
        Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        boolean checks = outage.checks(time.nanos());
        long began = 0;
        for (int tries = 1; ; tries++) {
            try {
                WireReply reply = next.ask(request, manner, bill);
                if (outage.unsure()) {
                    outage.answered();
                }
                return reply;
            } catch (TryAgain e) {
                // Waiting for the first try is no fault of anybody's and takes no patience.
                began = tries == 1 ? time.nanos() : began;
                int before = faults.merge(e.fault(), 1, Integer::sum);
                long pause = pause(request, e.fault(), tries);
                if (before >= most(e.fault())
                        || time.nanos() + pause - began > patience
                        || (outage.down() && !checks)) {
                    outage.lost(time.nanos());
                    throw new ModelException(ModelException.Kind.UNREACHABLE, e.problem(), e);
                }
                meter.retried(e.fault());
                sleep(pause);
            }
        }
    }

    /** Tries that may end so before the call is given up: few where the model has not answered anybody yet. */
    private int most(Fault fault) {
        boolean lives = outage.everAnswered();
        return switch (fault) {
            case BUSY -> lives ? Integer.MAX_VALUE : 8;
            case SERVER -> lives ? 10 : 6;
            case CUT -> 6;
            case MALFORMED -> 5;
            case CONNECTION -> lives ? 6 : 3;
            case TIMEOUT -> 3;
        };
    }

    /**
     * Grows with each try; spread by the request's hash, so that calls that failed together don't come back together. It begins very short:
     * the limit already keeps calls from a server that has too many, most faults are gone at the next try, and long pauses leave the last
     * calls of a run alone at its end. Where a reply came to grief the second try follows nearly at once, and the later ones the sooner
     * wait long.
     */
    private long pause(ChatRequest request, Fault fault, int tries) {
        long own = switch (fault) {
            case CONNECTION, TIMEOUT -> grown(firstPause, tries, 1);
            case BUSY -> grown(firstPause / 32, tries, 1);
            case SERVER, CUT, MALFORMED -> grown(firstPause / 128, tries, 2);
        };
        // The hash of a text is the same in every run; one of all letters for each failure would cost as much as the
        // request.
        long seed = 31L * request.messages().hashCode() + tries;
        return own + own * new SplittableRandom(seed).nextInt(1000) / 2000;
    }

    /** @param doublings with each further try */
    private long grown(long first, int tries, int doublings) {
        return Math.min(first << Math.min((tries - 1) * doublings, MOST_DOUBLINGS), LONGEST * firstPause);
    }

    private void sleep(long pause) {
        try {
            time.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException(ModelException.Kind.UNREACHABLE, "interrupted before another try", e);
        }
    }
}
