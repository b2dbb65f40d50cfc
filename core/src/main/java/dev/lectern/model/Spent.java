package dev.lectern.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run folder has spent, all invocations together; budgets are held against it.
 *
 * @param calls requests that went over the wire, those that brought nothing among them
 * @param micros money by currency, in millionths
 * @param unpriced calls whose price nobody knows
 */
public record Spent(long calls, Usage usage, SortedMap<String, Long> micros, long unpriced) {
    public static final Spent NOTHING = new Spent(0, Usage.NONE, new TreeMap<>(), 0);

    public Spent {
        micros = Collections.unmodifiableSortedMap(new TreeMap<>(micros));
    }

    public static Spent of(int calls, Usage usage, Cost cost) {
        SortedMap<String, Long> money = new TreeMap<>();
        if (cost.micros() > 0) {
            money.put(cost.currency(), cost.micros());
        }
        return new Spent(calls, usage, money, cost.known() ? 0 : calls);
    }

    public static Spent of(Reply reply) {
        return of(reply.calls(), reply.usage(), reply.cost());
    }

    public Spent plus(Spent other) {
        SortedMap<String, Long> money = new TreeMap<>(micros);
        other.micros.forEach((currency, amount) -> money.merge(currency, amount, Long::sum));
        return new Spent(calls + other.calls, usage.plus(other.usage), money, unpriced + other.unpriced);
    }
}
