package dev.lectern.model.call;

import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Headroom;
import dev.lectern.model.Manner;
import dev.lectern.model.WireReply;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers, fails, or holds tries until it is told to let them go. */
final class HeldWire implements Try {
    static final WireReply ANSWER = new WireReply(BodyReader.PLAIN.read("answer", "fake"), Headroom.UNSAID);

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Semaphore arrivals = new Semaphore(0);
    private volatile CountDownLatch gone = new CountDownLatch(0);
    private volatile Optional<RuntimeException> failure = Optional.empty();

    void hold() {
        gone = new CountDownLatch(1);
    }

    void letGo() {
        gone.countDown();
    }

    void fail(RuntimeException e) {
        failure = Optional.of(e);
    }

    void mend() {
        failure = Optional.empty();
    }

    void awaitInFlight(int tries) {
        arrivals.acquireUninterruptibly(tries);
    }

    /** How often it was asked. */
    int asked() {
        return asked.get();
    }

    /** The most tries that it held at once. */
    int most() {
        return most.get();
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner, Bill bill) {
        asked.incrementAndGet();
        most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        arrivals.release();
        try {
            gone.await();
            failure.ifPresent(e -> {
                throw e;
            });
            return ANSWER;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            inFlight.decrementAndGet();
        }
    }
}
