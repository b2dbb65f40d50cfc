package dev.lectern.model.call;

import dev.lectern.model.CallKey;
import dev.lectern.model.Cost;
import dev.lectern.model.Landing;
import dev.lectern.model.Landings;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.Spent;
import dev.lectern.model.Usage;
import dev.lectern.text.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What one call has taken so far, all its tries together, and the place among the calls in flight that it holds. Belongs to the thread
 * that asks, and is closed once the answer outlives a kill: until then the answer would be lost with the program, and paid again.
 */
final class Bill implements AutoCloseable {
    private final Optional<String> of;
    private final LongSupplier nanos;
    private final List<String> unusable = new ArrayList<>();
    private Spent spent = Spent.NOTHING;
    private Cost last = Cost.NOTHING;
    private Optional<ModelId> standIn = Optional.empty();
    private Optional<Lane> failedAt = Optional.empty();
    private Optional<Runnable> place = Optional.empty();
    private Landing landing = Landing.NONE;
    private long began;
    private boolean tried;

    Bill() {
        this(Optional.empty(), System::nanoTime);
    }

    /** Of the call that goes by this identity. */
    Bill(CallKey of) {
        this(Optional.of(of.hash()), System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    Bill(Optional<String> of, LongSupplier nanos) {
        this.of = of;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** A try begins; before the first the call only waited for its turn, which is no time of the model's. */
    void tries() {
        began = tried ? began : nanos.getAsLong();
        tried = true;
    }

    /** One request went over the wire. */
    void add(Usage usage, Cost cost) {
        spent = spent.plus(Spent.of(1, usage, cost));
        last = cost;
    }

    /** A body that came and could not be used; kept beside the one that could. */
    void unusable(String body) {
        unusable.add(body);
    }

    /** Such a body that is the answer after all, or the last word where there is none. */
    void takeBack(String body) {
        unusable.remove(body);
    }

    List<String> unusable() {
        return List.copyOf(unusable);
    }

    /** Another model takes over from the one that was asked. */
    void standIn(ModelId model) {
        standIn = Optional.of(model);
    }

    /** The last model that took over; empty as long as the one that was asked does its work. */
    Optional<ModelId> standIn() {
        return standIn;
    }

    /** A try over this lane failed; the next had better go over another. */
    void failedAt(Lane lane) {
        failedAt = Optional.of(lane);
    }

    Optional<Lane> failedAt() {
        return failedAt;
    }

    /** An answer came, and its call still counts as in flight until {@code leave} is run. */
    void holds(Runnable leave) {
        place = Optional.of(leave);
    }

    /**
     * What a request goes by where an answer may come back for it in a later run. Draws of one question send the same words; by names of
     * their own, an answer that is kept already is never taken for the answer to the next draw.
     *
     * @param request SHA-256 of what is sent, in hex
     */
    String named(String request) {
        return of.map(call -> Hash.sha256(call, request)).orElse(request);
    }

    /** Has the answer to a request land there, and notes it. */
    Landing lands(Landings there, String request) {
        landing = there.open(named(request));
        return landing;
    }

    /** Whether the answer outlives a kill already, although it is not kept yet. */
    boolean landed() {
        return landing.holds();
    }

    /** Gives the place back, if one is held: a kill would not lose the answer, or another try is to follow. */
    void leave() {
        Optional<Runnable> held = place;
        place = Optional.empty();
        held.ifPresent(Runnable::run);
    }

    /** The answer is kept, or of no use: neither its place nor where it landed is needed any more. */
    @Override
    public void close() {
        leave();
        Landing there = landing;
        landing = Landing.NONE;
        there.close();
    }

    Spent spent() {
        return spent;
    }

    int calls() {
        return Math.toIntExact(spent.calls());
    }

    /** What the last request cost. */
    Cost last() {
        return last;
    }

    /** All of it as one sum; unknown if any part of it is, or if it is in several currencies. */
    Cost cost() {
        if (spent.unpriced() > 0 || spent.micros().size() > 1) {
            return Cost.UNKNOWN;
        }
        return spent.micros().isEmpty()
                ? Cost.NOTHING
                : new Cost(
                        spent.micros().firstEntry().getValue(), spent.micros().firstKey());
    }

    /** An answer as it is kept, with all that it took. */
    Reply reply(CallKey key, String kind, String answer, String answeredBy, Instant at) {
        return Reply.to(key, kind, answer, answeredBy, spent.usage(), cost(), calls(), millis(), at);
    }

    /** From the first try until now. */
    long millis() {
        return (nanos.getAsLong() - began) / 1_000_000;
    }
}
