package dev.lectern.model.call;

import dev.lectern.check.Problem;
import dev.lectern.model.ModelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets calls through: so many at once over all models, so many over each lane, none over a lane that pauses. Who must wait parks, first
 * come first served for each model, and tries again before first tries. Nobody polls: who leaves wakes the next, and where only time can
 * help, the first in the line sets the alarm.
 */
final class Gate {
    /** A server that asks for a longer pause than this is not waited for; the work is held instead. */
    private static final long LONGEST_PAUSE = Duration.ofMinutes(2).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Lanes> models = new ArrayList<>();
    private final int most;
    private final Time time;
    private int inFlight;
    /** Whose turn it is to be looked at first, so that one model can't keep the others out. */
    private int turn;

    /** @param most calls in flight over all models; empty leaves it to the lanes */
    Gate(OptionalInt most, Time time) {
        this.most = most.orElse(Integer.MAX_VALUE);
        this.time = time;
    }

    Lanes add(Lanes lanes) {
        return locked(() -> {
            models.add(lanes);
            return lanes;
        });
    }

    /**
     * Waits until a try may go.
     *
     * @param again whether the call was tried before
     * @throws ModelException if it was interrupted, or all lanes are gone for long
     */
    Lane.Pass enter(Lanes lanes, long tokens, Optional<Lane> avoid, boolean again) {
        Waiter waiter = new Waiter(tokens, avoid);
        locked(() -> {
            if (again) {
                lanes.waiting().addFirst(waiter);
            } else {
                lanes.waiting().addLast(waiter);
            }
            dispatch();
            return waiter;
        });
        while (waiter.pass().isEmpty() && waiter.refusal().isEmpty()) {
            park(waiter.alarm());
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw interrupted(lanes, waiter);
            }
            if (waiter.alarm() <= time.nanos()) {
                locked(() -> {
                    waiter.alarm(Waiter.NO_ALARM);
                    dispatch();
                    return waiter;
                });
            }
        }
        waiter.refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return waiter.pass().orElseThrow();
    }

    /**
     * The try has come to its end now; its place is free once what is returned is run.
     *
     * @param end tells the lane what became of the try
     */
    Runnable leaving(Lanes lanes, Lane.Pass pass, End end) {
        long ended = time.nanos();
        return () -> locked(() -> {
            end.tell(pass.lane(), ended);
            inFlight--;
            lanes.left();
            dispatch();
            return pass;
        });
    }

    /** What became of a try. */
    @FunctionalInterface
    interface End {
        void tell(Lane lane, long now);
    }

    /** Calls that would be let through now, over all models that are at work; none where nobody asks. */
    int limit() {
        return locked(() -> (int) Math.min(
                most,
                models.stream()
                        .filter(Lanes::atWork)
                        .mapToLong(lanes -> lanes.limit(time.nanos()))
                        .sum()));
    }

    int paused() {
        return (int) locked(() -> models.stream()
                        .flatMap(lanes -> lanes.all().stream())
                        .filter(lane -> lane.paused(time.nanos()))
                        .count())
                .longValue();
    }

    /** Lanes that were given up; those to several models over one key for one reason count once. */
    List<GivenUp> out() {
        return locked(() -> models.stream()
                .flatMap(lanes -> lanes.all().stream())
                .flatMap(lane -> lane.givenUp().stream())
                .distinct()
                .toList());
    }

    private void park(long alarm) {
        if (alarm == Waiter.NO_ALARM) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, alarm - time.nanos());
        }
    }

    private ModelException interrupted(Lanes lanes, Waiter waiter) {
        locked(() -> {
            lanes.waiting().remove(waiter);
            waiter.pass().ifPresent(pass -> {
                pass.lane().left(pass, time.nanos());
                inFlight--;
                lanes.left();
            });
            dispatch();
            return waiter;
        });
        return new ModelException(
                ModelException.Kind.UNREACHABLE, "interrupted before the call was made", new InterruptedException());
    }

    /** Lets through whoever may go. */
    private void dispatch() {
        long now = time.nanos();
        turn++;
        for (int i = 0; i < models.size(); i++) {
            dispatch(models.get((i + turn) % models.size()), now);
        }
    }

    private void dispatch(Lanes lanes, long now) {
        Deque<Waiter> waiting = lanes.waiting();
        while (!waiting.isEmpty()) {
            Waiter first = waiting.peekFirst();
            Optional<Lane> gone = lanes.gone(LONGEST_PAUSE, now);
            if (gone.isPresent()) {
                first.refuse(gone(gone.get()));
            } else if (inFlight >= most || lanes.full()) {
                first.alarm(Waiter.NO_ALARM);
                return;
            } else {
                Optional<Lane> lane = lanes.choose(first.avoid(), now);
                if (lane.isEmpty()) {
                    alarm(first, lanes.readyAt(now));
                    return;
                }
                inFlight++;
                lanes.entered();
                first.admit(lane.get().start(first.tokens(), now));
            }
            waiting.removeFirst();
            wake(first);
        }
    }

    private static void alarm(Waiter first, long at) {
        if (first.alarm() != at) {
            first.alarm(at);
            wake(first);
        }
    }

    private static void wake(Waiter waiter) {
        if (waiter.thread() != Thread.currentThread()) {
            LockSupport.unpark(waiter.thread());
        }
    }

    private static ModelException gone(Lane lane) {
        Problem problem =
                lane.wrong().orElse(new Problem("the server wants to be left alone", lane.name(), "go on later"));
        return new ModelException(ModelException.Kind.UNREACHABLE, problem, new IllegalStateException(problem.what()));
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
