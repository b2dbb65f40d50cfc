package dev.lectern.engine;

import dev.lectern.engine.Progress.Counts;
import dev.lectern.sample.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The books of a run. Every stage counts what came in and what became of it, and after every stage the accounts must add up:
 * in + born = kept + held + dropped + failed, and what one stage kept is what the next one got. Safe for many threads.
 */
public final class Ledger {
    /** What reasons of samples begin with that are held because the budget is spent. */
    static final String BUDGET = "budget: ";

    /** The books of one stage over all rounds. */
    private static final class Account {
        final LongAdder in = new LongAdder();
        final LongAdder out = new LongAdder();
        final LongAdder kept = new LongAdder();
        final LongAdder failed = new LongAdder();
        final Stopwatch watch;
        final Map<String, LongAdder> dropped = new ConcurrentHashMap<>();
        final Map<String, LongAdder> held = new ConcurrentHashMap<>();

        Account(Stopwatch watch) {
            this.watch = watch;
        }

        static long all(Map<String, LongAdder> reasons) {
            return reasons.values().stream().mapToLong(LongAdder::sum).sum();
        }

        Counts counts() {
            long in = this.in.sum();
            return new Counts(in, out.sum() - in, kept.sum(), all(held), all(dropped), failed.sum());
        }
    }

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, LongAdder> waiting = new ConcurrentHashMap<>();

    /** @param stages in the order they run */
    public Ledger(List<String> stages) {
        stages.forEach(name -> accounts.put(name, new Account(new Stopwatch())));
    }

    /** Empty books for the same stages done once more; the time that they took goes on. */
    public Ledger again() {
        Ledger again = new Ledger(List.of());
        accounts.forEach((name, account) -> again.accounts.put(name, new Account(account.watch)));
        return again;
    }

    /** A sample goes into the stage. */
    void enters(String stage) {
        account(stage).in.increment();
    }

    /** What the stage made of one sample; the second book, kept where outcomes are returned. */
    void returns(String stage, int outcomes) {
        account(stage).out.add(outcomes);
    }

    /** One outcome is booked where it is carried on or put down. */
    void book(String stage, Outcome outcome) {
        Account account = account(stage);
        switch (outcome) {
            case Outcome.Kept k -> account.kept.increment();
            case Outcome.Held h ->
                account.held.computeIfAbsent(h.reason(), r -> new LongAdder()).increment();
            case Outcome.Dropped d ->
                account.dropped
                        .computeIfAbsent(d.reason(), r -> new LongAdder())
                        .increment();
            case Outcome.Failed f -> account.failed.increment();
        }
    }

    /** The draw itself waits: what it would have gone on with is held as one. */
    void waits(String reason) {
        waiting.computeIfAbsent(reason, r -> new LongAdder()).increment();
    }

    /** A thread begins to work for the stage. */
    void begins(String stage) {
        account(stage).watch.begins(System.nanoTime());
    }

    /** A thread that began is through. */
    void ends(String stage) {
        account(stage).watch.ends(System.nanoTime());
    }

    public Counts counts(String stage) {
        return account(stage).counts();
    }

    /** Drops by reason, sorted. */
    public SortedMap<String, Long> dropped(String stage) {
        SortedMap<String, Long> reasons = new TreeMap<>();
        account(stage).dropped.forEach((reason, n) -> reasons.put(reason, n.sum()));
        return reasons;
    }

    /** Why samples are held, over all stages and the draw. */
    public SortedMap<String, Long> heldReasons() {
        SortedMap<String, Long> reasons = new TreeMap<>();
        waiting.forEach((reason, n) -> reasons.put(reason, n.sum()));
        accounts.values().forEach(a -> a.held.forEach((reason, n) -> reasons.merge(reason, n.sum(), Long::sum)));
        return reasons;
    }

    /** Time on the clock during which somebody was at work for the stage, or waited for a model; stages that run together share it. */
    public double seconds(String stage) {
        return account(stage).watch.nanos() / 1e9;
    }

    /** Stage names in the order they run. */
    public List<String> stages() {
        return List.copyOf(accounts.keySet());
    }

    public long held() {
        return Account.all(waiting)
                + accounts.values().stream().mapToLong(a -> Account.all(a.held)).sum();
    }

    /** Whether anything is held because the budget is spent. */
    public boolean heldForBudget() {
        return heldReasons().keySet().stream().anyMatch(reason -> reason.startsWith(BUDGET));
    }

    /** What is held for another reason than that the budget is spent. */
    long heldForOtherThanBudget() {
        return heldReasons().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith(BUDGET))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long failed() {
        return accounts.values().stream().mapToLong(a -> a.failed.sum()).sum();
    }

    public long dropped() {
        return accounts.values().stream().mapToLong(a -> Account.all(a.dropped)).sum();
    }

    /**
     * @param carried how many samples really lie in the flow that the last of these stages left
     * @throws IllegalStateException if a sample disappeared or came from nowhere
     */
    void check(String stage, long carried, long keptBefore) {
        Counts c = counts(stage);
        if (c.in() + c.born() != c.kept() + c.held() + c.dropped() + c.failed() || c.kept() - keptBefore != carried) {
            throw new IllegalStateException("the accounts of stage '" + stage + "' do not add up: " + c + ", " + carried
                    + " samples in its flow, " + keptBefore + " kept in earlier rounds");
        }
    }

    private Account account(String stage) {
        Account account = accounts.get(stage);
        if (account == null) {
            throw new IllegalArgumentException("no stage " + stage + " in " + accounts.keySet());
        }
        return account;
    }
}
