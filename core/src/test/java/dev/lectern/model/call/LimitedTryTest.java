package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.Problem;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Fault;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.TryAgain;
import dev.lectern.model.WireReply;
import dev.lectern.model.limit.AdaptiveLimit;
import dev.lectern.model.limit.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LimitedTryTest {
    private static final ChatRequest REQUEST = ChatRequest.of(List.of(ChatMessage.user("hello")));

    private final HeldWire one = new HeldWire();
    private final HeldWire two = new HeldWire();

    @Test
    void asManyAsAllowedAreInFlightAndNoMore() throws Exception {
        Try limited = limited(new Gate(OptionalInt.empty(), Time.REAL), OptionalInt.empty(), lane("one", one, 7));
        assertThat(mostAtOnce(7, List.of(limited))).isEqualTo(7);
    }

    @Test
    void aQuestionIsTakenForATokenAChineseCharacterOrThreeLetters() {
        assertThat(LimitedTry.tokens(ChatRequest.of(List.of(ChatMessage.user("abc".repeat(100))))))
                .isEqualTo(101);
        assertThat(LimitedTry.tokens(ChatRequest.of(List.of(ChatMessage.user("鱼塘水".repeat(100))))))
                .isEqualTo(301);
    }

    @Test
    void theLimitIsOneForAllModels() throws Exception {
        Gate gate = new Gate(OptionalInt.of(5), Time.REAL);
        Try first = limited(gate, OptionalInt.empty(), lane("one", one, 5));
        Try second = limited(gate, OptionalInt.empty(), lane("two", one, 5));
        assertThat(mostAtOnce(5, List.of(first, second))).isEqualTo(5);
    }

    @Test
    void aModelsOwnLimitHoldsOverAllItsLanes() throws Exception {
        Gate gate = new Gate(OptionalInt.empty(), Time.REAL);
        Try limited = limited(gate, OptionalInt.of(6), lane("one", one, 6), lane("two", one, 6));
        assertThat(mostAtOnce(6, List.of(limited))).isEqualTo(6);
    }

    @Test
    void callsAreSpreadOverTheLanes() throws Exception {
        Gate gate = new Gate(OptionalInt.empty(), Time.REAL);
        Try limited = limited(gate, OptionalInt.empty(), lane("one", one, 4), lane("two", two, 4));
        one.hold();
        two.hold();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<WireReply>> calls = submit(pool, limited, 8);
            one.awaitInFlight(4);
            two.awaitInFlight(4);
            one.letGo();
            two.letGo();
            join(calls);
        }
        assertThat(one.asked()).isEqualTo(4);
        assertThat(two.asked()).isEqualTo(4);
    }

    @Test
    void aLaneThatIsToldToWaitPausesAndTheOtherGoesOn() {
        Gate gate = new Gate(OptionalInt.empty(), Time.REAL);
        Try limited = limited(gate, OptionalInt.empty(), lane("one", one, 9), lane("two", two, 4));
        one.fail(busy(Optional.of(Duration.ofMinutes(1))));
        Bill bill = new Bill();
        assertThatThrownBy(() -> ask(limited, bill)).isInstanceOf(TryAgain.class);
        IntStream.range(0, 10).forEach(i -> ask(limited, bill));
        assertThat(one.asked()).isEqualTo(1);
        assertThat(two.asked()).isEqualTo(10);
        assertThat(gate.paused()).isEqualTo(1);
    }

    @Test
    void whoWaitsForAPauseIsWokenWhenItEnds() {
        Gate gate = new Gate(OptionalInt.empty(), Time.REAL);
        Try limited = limited(gate, OptionalInt.empty(), lane("one", one, 4));
        one.fail(busy(Optional.of(Duration.ofMillis(30))));
        assertThatThrownBy(() -> ask(limited, new Bill())).isInstanceOf(TryAgain.class);
        one.mend();
        assertThat(ask(limited, new Bill())).isEqualTo(HeldWire.ANSWER);
    }

    @Test
    void aRetryGoesOverAnotherLane() {
        Gate gate = new Gate(OptionalInt.empty(), Time.REAL);
        Try limited = limited(gate, OptionalInt.empty(), lane("one", one, 90), lane("two", two, 2));
        one.fail(busy(Optional.empty()));
        Bill bill = new Bill();
        assertThatThrownBy(() -> ask(limited, bill)).isInstanceOf(TryAgain.class);
        assertThat(ask(limited, bill)).isEqualTo(HeldWire.ANSWER);
        assertThat(two.asked()).isEqualTo(1);
    }

    @Test
    void aLaneWithAHopelessKeyIsGivenUpWithoutLosingTheCall() {
        Gate gate = new Gate(OptionalInt.empty(), Time.REAL);
        Try limited = limited(gate, OptionalInt.empty(), lane("one", one, 90), lane("two", two, 2));
        one.fail(hopeless());
        IntStream.range(0, 5).forEach(i -> assertThat(ask(limited, new Bill())).isEqualTo(HeldWire.ANSWER));
        assertThat(one.asked()).isEqualTo(1);
        assertThat(gate.out()).extracting(GivenUp::lane).containsExactly("one");
        // The other has worked, and is believed to be hopeless only after a few such answers.
        two.fail(hopeless());
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> ask(limited, new Bill()))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("the key is not accepted");
        }
        assertThat(two.asked()).isEqualTo(8);
    }

    @Test
    void oneOddAnswerDoesNotPutALaneOut() {
        Gate gate = new Gate(OptionalInt.empty(), Time.REAL);
        Try limited = limited(gate, OptionalInt.empty(), lane("one", one, 4));
        ask(limited, new Bill());
        for (int i = 0; i < 3; i++) {
            one.fail(hopeless());
            assertThatThrownBy(() -> ask(limited, new Bill())).isInstanceOf(ModelException.class);
            one.mend();
            assertThat(ask(limited, new Bill())).isEqualTo(HeldWire.ANSWER);
        }
        assertThat(gate.out()).isEmpty();
    }

    @Test
    void aPauseThatIsTooLongIsNotWaitedFor() {
        Gate gate = new Gate(OptionalInt.empty(), Time.REAL);
        Try limited = limited(gate, OptionalInt.empty(), lane("one", one, 4));
        one.fail(busy(Optional.of(Duration.ofHours(1))));
        assertThatThrownBy(() -> ask(limited, new Bill())).isInstanceOf(TryAgain.class);
        assertThatThrownBy(() -> ask(limited, new Bill()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.UNREACHABLE))
                .hasMessageContaining("too many requests");
    }

    @Test
    void anInterruptEndsTheWaitingAndFreesThePlace() throws Exception {
        Gate gate = new Gate(OptionalInt.empty(), Time.REAL);
        Try limited = limited(gate, OptionalInt.empty(), lane("one", one, 1));
        one.hold();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<WireReply>> calls = submit(pool, limited, 1);
            one.awaitInFlight(1);
            CountDownLatch ended = new CountDownLatch(1);
            Thread waiting = Thread.startVirtualThread(() -> {
                try {
                    ask(limited, new Bill());
                } catch (ModelException e) {
                    ended.countDown();
                }
            });
            waiting.interrupt();
            ended.await();
            one.letGo();
            join(calls);
        }
        assertThat(ask(limited, new Bill())).isEqualTo(HeldWire.ANSWER);
        assertThat(one.asked()).isEqualTo(2);
    }

    @Test
    void anAnswerTakesAPlaceUntilItIsKept() throws Exception {
        Gate gate = new Gate(OptionalInt.of(1), Time.REAL);
        Try limited = limited(gate, OptionalInt.empty(), lane("one", one, 4));
        Bill kept = new Bill();
        limited.ask(REQUEST, Manner.of(ReplyForm.TEXT), kept);
        Thread next = Thread.ofPlatform().start(() -> ask(limited, new Bill()));
        while (next.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(one.asked()).isEqualTo(1);
        kept.close();
        next.join();
        assertThat(one.asked()).isEqualTo(2);
    }

    @Test
    void anotherTryOfTheSameCallTakesNoSecondPlace() {
        Gate gate = new Gate(OptionalInt.of(1), Time.REAL);
        Try limited = limited(gate, OptionalInt.empty(), lane("one", one, 4));
        try (Bill bill = new Bill()) {
            limited.ask(REQUEST, Manner.of(ReplyForm.TEXT), bill);
            limited.ask(REQUEST, Manner.of(ReplyForm.TEXT), bill);
        }
        assertThat(one.asked()).isEqualTo(2);
    }

    @Test
    void aCallIsTimedFromItsFirstTryNotFromItsWaitForAPlace() {
        Gate gate = new Gate(OptionalInt.of(1), Time.REAL);
        Try limited = limited(gate, OptionalInt.empty(), lane("one", one, 4));
        AtomicLong now = new AtomicLong();
        try (Bill bill = new Bill(Optional.empty(), now::get)) {
            now.addAndGet(Duration.ofSeconds(50).toNanos());
            limited.ask(REQUEST, Manner.of(ReplyForm.TEXT), bill);
            now.addAndGet(Duration.ofSeconds(2).toNanos());
            limited.ask(REQUEST, Manner.of(ReplyForm.TEXT), bill);
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(bill.millis()).isEqualTo(3_000);
        }
    }

    private int mostAtOnce(int expected, List<Try> models) throws Exception {
        one.hold();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<WireReply>> calls = new ArrayList<>();
            models.forEach(model -> calls.addAll(submit(pool, model, 40)));
            one.awaitInFlight(expected);
            one.letGo();
            join(calls);
        }
        return one.most();
    }

    private static List<Future<WireReply>> submit(ExecutorService pool, Try limited, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> pool.submit(() -> ask(limited, new Bill())))
                .toList();
    }

    private static void join(List<Future<WireReply>> calls) throws Exception {
        for (Future<WireReply> call : calls) {
            call.get();
        }
    }

    private static WireReply ask(Try limited, Bill bill) {
        try (bill) {
            return limited.ask(REQUEST, Manner.of(ReplyForm.TEXT), bill);
        }
    }

    private static Try limited(Gate gate, OptionalInt most, Lane... lanes) {
        return new LimitedTry(gate, gate.add(new Lanes(List.of(lanes), most)));
    }

    private static Lane lane(String name, HeldWire wire, int most) {
        return new Lane(
                name, wire, new AdaptiveLimit(most, most), new Pace(OptionalLong.empty(), OptionalLong.empty()));
    }

    private static TryAgain busy(Optional<Duration> after) {
        return new TryAgain(new Problem("too many requests", "here"), Fault.BUSY, after);
    }

    private static ModelException hopeless() {
        return new ModelException(
                ModelException.Kind.UNREACHABLE,
                new Problem("the key is not accepted", "here"),
                new IllegalStateException("401"));
    }
}
