package dev.lectern.model.call;

import dev.lectern.check.Problem;
import dev.lectern.model.Headroom;
import dev.lectern.model.Usage;
import dev.lectern.model.limit.AdaptiveLimit;
import dev.lectern.model.limit.Pace;
import java.time.Duration;
import java.util.Optional;

/**
 * One way to a model, one key at one address: how many calls it takes at once, how fast it may be asked, and whether it is asked at all
 * just now. Belongs to whoever holds the lock of its {@link Gate}.
 */
final class Lane {
    /** How long a lane that was given up is left alone before one try sees whether it is mended. */
    private static final long GIVEN_UP_FOR = Duration.ofMinutes(1).toNanos();

    private static final int BELIEVED_AFTER = 3;

    private final String name;
    private final Try wire;
    private final AdaptiveLimit limit;
    private final Pace pace;
    private long pausedUntil;
    private Optional<Problem> wrong = Optional.empty();
    private boolean out;
    private boolean everAnswered;
    private int hopelessInARow;

    /** @param wire asks over this lane, once */
    Lane(String name, Try wire, AdaptiveLimit limit, Pace pace) {
        this.name = name;
        this.wire = wire;
        this.limit = limit;
        this.pace = pace;
    }

    /** A try on its way over this lane. */
    record Pass(Lane lane, AdaptiveLimit.Pass place, long tokens, long began) {}

    String name() {
        return name;
    }

    Try wire() {
        return wire;
    }

    int limit() {
        return limit.limit();
    }

    int room() {
        return limit.room();
    }

    /** When it may be asked, as far as time goes; {@code now} if at once. */
    long readyAt(long now) {
        return Math.max(pausedUntil, pace.readyAt(now));
    }

    boolean paused(long now) {
        return pausedUntil > now;
    }

    long pausedUntil() {
        return pausedUntil;
    }

    /** Given up, for a key that is not accepted, an account without credit, and the like. */
    boolean out() {
        return out;
    }

    /** What to say of it where it was given up. */
    Optional<GivenUp> givenUp() {
        return out
                ? Optional.of(new GivenUp(name, wrong.orElse(new Problem("it is of no use", name))))
                : Optional.empty();
    }

    /** Why it is paused or given up. */
    Optional<Problem> wrong() {
        return wrong;
    }

    /**
     * Takes a place.
     *
     * @param input tokens of the question, estimated
     */
    Pass start(long input, long now) {
        if (out) {
            pausedUntil = now + GIVEN_UP_FOR;
        }
        return new Pass(this, limit.start(), pace.ask(input, now), now);
    }

    void answered(Pass pass, Usage usage, Headroom headroom, long now) {
        if (out) {
            out = false;
            pausedUntil = now;
        }
        everAnswered = true;
        hopelessInARow = 0;
        limit.end(pass.place, AdaptiveLimit.End.ANSWERED, now - pass.began);
        pace.used(pass.tokens, usage.input(), usage.output(), now);
        pace.told(headroom, now);
    }

    /**
     * The try brought nothing.
     *
     * @param level whether that may be for too many calls at once
     * @param pause how long the server wants to be left alone
     */
    void brokeOff(Pass pass, boolean level, Optional<Duration> pause, Problem problem, long now) {
        limit.end(pass.place, level ? AdaptiveLimit.End.REFUSED : AdaptiveLimit.End.NEITHER, now - pass.began);
        pause.ifPresent(wish -> {
            pausedUntil = Math.max(pausedUntil, now + wish.toNanos());
            wrong = Optional.of(problem);
        });
    }

    /** Nothing came of the try, and it says nothing of the lane. */
    void left(Pass pass, long now) {
        limit.end(pass.place, AdaptiveLimit.End.NEITHER, now - pass.began);
    }

    /** The key or the account is of no use, it says. One that has worked is believed to be so after some such answers in a row. */
    void hopeless(Pass pass, Optional<Problem> problem, long now) {
        left(pass, now);
        hopelessInARow++;
        if (!everAnswered || hopelessInARow >= BELIEVED_AFTER) {
            out = true;
            wrong = problem;
            pausedUntil = Math.max(pausedUntil, now + GIVEN_UP_FOR);
        }
    }
}
