package dev.lectern.model.limit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Calls, a limit and a server on a clock that only this knows. Nothing in it takes any real time. */
final class Simulation {
    /** What a server makes of a request: how long it takes, and whether it answers. */
    record Doing(double seconds, AdaptiveLimit.End end) {
        static Doing answers(double seconds) {
            return new Doing(seconds, AdaptiveLimit.End.ANSWERED);
        }

        static Doing refuses(double seconds) {
            return new Doing(seconds, AdaptiveLimit.End.REFUSED);
        }
    }

    @FunctionalInterface
    interface Server {
        /** @param others requests that are there already */
        Doing take(double now, int others, SplittableRandom chance);
    }

    /** A second of the run. */
    record Second(int answered, int refused, int limit, int mostInFlight) {}

    private record Event(double at, long order, Runnable what) {}

    private final AdaptiveLimit limit;
    private final Server server;
    private final SplittableRandom chance;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingDouble(Event::at).thenComparingLong(Event::order));
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final List<Second> seconds = new ArrayList<>();
    private long order;
    private double now;
    private int atServer;
    private int answered;
    private int refused;
    private int most;
    private long fresh;
    private int pausing;
    private int answeredInAll;

    Simulation(AdaptiveLimit limit, Server server, long seed) {
        this.limit = limit;
        this.server = server;
        this.chance = new SplittableRandom(seed);
    }

    /** So many calls, as many of them at once as the limit lets through. @return seconds until the last was answered */
    double calls(int calls, int wanted) {
        fresh = calls;
        at(1, this::tick);
        pump(wanted);
        double last = 0;
        while (!events.isEmpty() && answeredInAll < calls) {
            Event next = events.poll();
            now = next.at;
            next.what.run();
            pump(wanted);
            last = now;
        }
        return last;
    }

    /** As many calls as go through in so many seconds. */
    List<Second> run(int forSeconds, int wanted) {
        fresh = Long.MAX_VALUE;
        at(1, this::tick);
        pump(wanted);
        while (seconds.size() < forSeconds) {
            Event next = events.poll();
            now = next.at;
            next.what.run();
            pump(wanted);
        }
        return seconds;
    }

    /** The same up to an instant. */
    void until(double end, int wanted) {
        fresh = Long.MAX_VALUE;
        pump(wanted);
        while (!events.isEmpty() && events.peek().at < end) {
            Event next = events.poll();
            now = next.at;
            next.what.run();
            pump(wanted);
        }
    }

    private void pump(int wanted) {
        while (limit.room() > 0 && (!waiting.isEmpty() || (fresh > 0 && limit.inFlight() + pausing < wanted))) {
            int tries = waiting.isEmpty() ? 0 : waiting.poll();
            fresh -= tries == 0 ? 1 : 0;
            send(tries);
        }
    }

    private void send(int earlier) {
        AdaptiveLimit.Pass pass = limit.start();
        most = Math.max(most, limit.inFlight());
        double began = now;
        Doing doing = server.take(now, atServer, chance);
        atServer++;
        at(doing.seconds, () -> {
            atServer--;
            limit.end(pass, doing.end, Math.round((now - began) * 1e9));
            if (doing.end == AdaptiveLimit.End.ANSWERED) {
                answered++;
                answeredInAll++;
            } else {
                refused++;
                pausing++;
                double pause = 0.0625 * (1 << Math.clamp(earlier - 1, 0, 7)) * (1 + 0.5 * chance.nextDouble());
                at(pause, () -> {
                    pausing--;
                    waiting.add(earlier + 1);
                });
            }
        });
    }

    private void tick() {
        seconds.add(new Second(answered, refused, limit.limit(), most));
        answered = 0;
        refused = 0;
        most = 0;
        at(1, this::tick);
    }

    private void at(double delay, Runnable what) {
        events.add(new Event(now + delay, order++, what));
    }
}
