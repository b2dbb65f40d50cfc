package dev.lectern.model.call;

import dev.lectern.model.Cost;
import dev.lectern.model.ModelException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a run folder may still take: requests, and money. What earlier invocations took counts. Before a request goes out, the most that
 * it may cost is set aside; when it is back, what it did cost takes the place of that. So the limit is kept with any number in flight.
 * Where there is too little left for one more, but some of what is set aside may come back, a request waits for that. It holds nothing
 * aside while it waits, so those on their way are never kept from ending.
 */
final class Budget {
    private final OptionalLong mostCalls;
    private final Optional<Cost> mostMoney;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private long calls;
    private long micros;
    private long aside;
    private long onTheirWay;
    /** What calls of this invocation cost, and how many cost anything. */
    private long settledMicros;

    private long settledCalls;
    private long callsForNow = Long.MAX_VALUE;
    private long microsForNow = Long.MAX_VALUE;

    /**
     * @param mostCalls requests that the run folder may make in all; empty for no limit
     * @param mostMoney money that it may spend in all
     * @param calls requests that were made already
     * @param micros money that was spent already, in the currency of the limit
     */
    Budget(OptionalLong mostCalls, Optional<Cost> mostMoney, long calls, long micros) {
        this.mostCalls = mostCalls;
        this.mostMoney = mostMoney;
        this.calls = calls;
        this.micros = micros;
    }

    /** The currency in which money is limited; empty if it is not. */
    Optional<String> currency() {
        return mostMoney.map(Cost::currency);
    }

    /** Requests that are left; empty for no limit. */
    OptionalLong callsLeft() {
        lock.lock();
        try {
            return mostCalls.isPresent() ? OptionalLong.of(Math.max(0, mostCalls.getAsLong() - calls)) : mostCalls;
        } finally {
            lock.unlock();
        }
    }

    /** Money that is left, in millionths; empty for no limit. */
    OptionalLong microsLeft() {
        lock.lock();
        try {
            return mostMoney.isPresent()
                    ? OptionalLong.of(Math.max(0, mostMoney.get().micros() - micros))
                    : OptionalLong.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets only a part of what is left be taken, until the next such word: the rest is for what comes after.
     *
     * @param share of what is left, from 0 to 1; at least one request
     */
    void share(double share) {
        lock.lock();
        try {
            mostCalls.ifPresent(most ->
                    callsForNow = share >= 1 ? most : calls + Math.max(1, (long) ((most - calls) * share)));
            mostMoney.ifPresent(most -> microsForNow =
                    share >= 1 ? most.micros() : micros + aside + (long) ((most.micros() - micros - aside) * share));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sets one request aside, and the money it may cost.
     *
     * @param most in millionths; means nothing where money is not limited
     * @throws ModelException {@link ModelException.Kind#BUDGET} if there is too little left
     */
    void take(long most) {
        lock.lock();
        try {
            while (!roomFor(most)) {
                settled.await();
            }
            calls++;
            aside += most;
            onTheirWay++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException(ModelException.Kind.UNREACHABLE, "interrupted before the call was made", e);
        } finally {
            lock.unlock();
        }
    }

    /** A request is back: it cost so much, not what was set aside. */
    void settle(long most, long cost) {
        lock.lock();
        try {
            aside -= most;
            micros += cost;
            settledMicros += cost;
            settledCalls += cost > 0 ? 1 : 0;
            onTheirWay--;
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** False if there may be later. @throws ModelException if there never will be */
    private boolean roomFor(long most) {
        if (mostCalls.isPresent() && calls >= mostCalls.getAsLong()) {
            throw stop("the limit of " + mostCalls.getAsLong() + " calls is reached (--max-calls)");
        } else if (mostCalls.isPresent() && calls >= callsForNow) {
            throw stop("what is left of the limit of " + mostCalls.getAsLong()
                    + " calls is for finishing what was begun (--max-calls)");
        }
        if (mostMoney.isEmpty()) {
            return true;
        }
        long limit = mostMoney.get().micros();
        if (micros + most > limit) {
            throw stop("the limit of " + amount() + " is reached (--max-cost)");
        } else if (micros + usual(most) > microsForNow) {
            throw stop("what is left of the limit of " + amount() + " is for finishing what was begun (--max-cost)");
        }
        return micros + aside + most <= limit && micros + (onTheirWay + 1) * usual(most) <= microsForNow;
    }

    /** What one more call will cost most likely: the limit itself is kept by the most that it may cost, a mere share by this. */
    private long usual(long most) {
        return settledCalls == 0 ? most : Math.min(most, settledMicros / settledCalls);
    }

    private String amount() {
        return mostMoney.map(Cost::amount).orElse(BigDecimal.ZERO).toPlainString() + " "
                + currency().orElse("");
    }

    private static ModelException stop(String why) {
        return new ModelException(ModelException.Kind.BUDGET, why, "");
    }
}
