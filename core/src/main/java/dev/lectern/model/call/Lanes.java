package dev.lectern.model.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** All ways to one model, and who waits for one of them. Belongs to whoever holds the lock of its {@link Gate}. */
final class Lanes {
    private final List<Lane> lanes;
    private final int most;
    private final Deque<Waiter> waiting = new ArrayDeque<>();
    private int inFlight;

    /** @param most calls in flight over all of them; empty if that is no matter */
    Lanes(List<Lane> lanes, OptionalInt most) {
        this.lanes = List.copyOf(lanes);
        this.most = most.orElse(Integer.MAX_VALUE);
    }

    List<Lane> all() {
        return lanes;
    }

    Deque<Waiter> waiting() {
        return waiting;
    }

    boolean full() {
        return inFlight >= most;
    }

    /** Whether anybody asks it, or waits to. */
    boolean atWork() {
        return inFlight > 0 || !waiting.isEmpty();
    }

    /** Calls that may be in flight over all of them; lanes that pause take none. */
    long limit(long now) {
        return Math.min(
                most,
                lanes.stream()
                        .filter(lane -> !lane.paused(now))
                        .mapToLong(Lane::limit)
                        .sum());
    }

    /** The lane with most room of those that may be asked now; rather another one than the one to avoid. */
    Optional<Lane> choose(Optional<Lane> avoid, long now) {
        Optional<Lane> best = Optional.empty();
        boolean bestAvoided = true;
        int bestRoom = 0;
        for (Lane lane : lanes) {
            int room = lane.room();
            if (room <= 0 || lane.readyAt(now) > now) {
                continue;
            }
            boolean avoided = avoid.isPresent() && avoid.get() == lane;
            if (best.isEmpty() || (bestAvoided && !avoided) || (bestAvoided == avoided && room > bestRoom)) {
                best = Optional.of(lane);
                bestAvoided = avoided;
                bestRoom = room;
            }
        }
        return best;
    }

    /** When a lane that has room may be asked; the end of time if none has. */
    long readyAt(long now) {
        long first = Long.MAX_VALUE;
        for (Lane lane : lanes) {
            if (lane.room() > 0) {
                first = Math.min(first, lane.readyAt(now));
            }
        }
        return first;
    }

    /** The lane that comes back first if all are gone for so long that nobody should wait; empty while there is one to wait for. */
    Optional<Lane> gone(long longest, long now) {
        Optional<Lane> first = Optional.empty();
        for (Lane lane : lanes) {
            boolean gone = lane.out() ? lane.paused(now) : lane.pausedUntil() - now > longest;
            if (!gone) {
                return Optional.empty();
            }
            if (first.isEmpty() || lane.pausedUntil() < first.get().pausedUntil()) {
                first = Optional.of(lane);
            }
        }
        return first;
    }

    void entered() {
        inFlight++;
    }

    void left() {
        inFlight--;
    }
}
