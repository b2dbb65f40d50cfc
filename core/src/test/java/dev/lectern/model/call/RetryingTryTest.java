package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.Problem;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Fault;
import dev.lectern.model.Headroom;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.TryAgain;
import dev.lectern.model.WireReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryingTryTest {
    private static final ChatRequest REQUEST = ChatRequest.of(List.of(ChatMessage.user("hello")));
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final CallMeter meter = new CallMeter();
    private final FakeTime time = new FakeTime();
    private int tries;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultThatPassesIsTriedAgainAndCountedByItsKind(Fault fault) {
        ask(retrying(n -> n == 1 ? Optional.of(fault) : Optional.empty()));
        assertThat(tries).isEqualTo(2);
        assertThat(meter.counts().retriedFor()).containsOnly(Map.entry(fault, 1L));
    }

    @Test
    void aBusyServerThatAnswersOthersIsAskedAsLongAsPatienceLasts() {
        Try retrying = retrying(n -> n == 1 || n > 60 ? Optional.empty() : Optional.of(Fault.BUSY));
        ask(retrying);
        ask(retrying);
        assertThat(tries).isEqualTo(61);
        assertThat(time.nanos()).isLessThan(PATIENCE.toNanos());
        Try forever = retrying(n -> n == 1 ? Optional.empty() : Optional.of(Fault.BUSY));
        tries = 0;
        ask(forever);
        long began = time.nanos();
        assertThatThrownBy(() -> ask(forever)).isInstanceOf(ModelException.class);
        assertThat(time.nanos() - began).isBetween(PATIENCE.dividedBy(2).toNanos(), PATIENCE.toNanos());
    }

    @Test
    void differentFaultsDoNotUseUpEachOthersTries() {
        Fault[] mixed = {
            Fault.CUT,
            Fault.BUSY,
            Fault.SERVER,
            Fault.CUT,
            Fault.MALFORMED,
            Fault.BUSY,
            Fault.SERVER,
            Fault.CUT,
            Fault.TIMEOUT,
            Fault.MALFORMED,
            Fault.CONNECTION,
            Fault.SERVER,
            Fault.CUT
        };
        ask(retrying(n -> n <= mixed.length ? Optional.of(mixed[n - 1]) : Optional.empty()));
        assertThat(tries).isEqualTo(mixed.length + 1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aModelThatNeverAnsweredIsGivenUpSoon(Fault fault) {
        assertThatThrownBy(() -> ask(retrying(n -> Optional.of(fault))))
                .isInstanceOfSatisfying(ModelException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ModelException.Kind.UNREACHABLE);
                    assertThat(e.problem()).isPresent();
                });
        assertThat(tries).isBetween(2, 8);
        assertThat(time.nanos()).isLessThan(Duration.ofSeconds(30).toNanos());
    }

    @Test
    void inAnOutageCallsGetOneTryAndAFewFindOutWhetherItIsOver() {
        boolean[] down = {true};
        Try retrying = retrying(n -> down[0] ? Optional.of(Fault.SERVER) : Optional.empty());
        IntStream.range(0, 3).forEach(i -> assertThatThrownBy(() -> ask(retrying)));
        int noticed = tries;
        IntStream.range(0, 100).forEach(i -> assertThatThrownBy(() -> ask(retrying)));
        assertThat(tries - noticed).isEqualTo(100);
        time.pass(Duration.ofSeconds(6));
        noticed = tries;
        assertThatThrownBy(() -> ask(retrying));
        assertThat(tries - noticed).isGreaterThan(2);
        down[0] = false;
        ask(retrying);
        down[0] = true;
        noticed = tries;
        assertThatThrownBy(() -> ask(retrying));
        assertThat(tries - noticed).isGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER, 6, 4",
        "CUT, 6, 4",
        "MALFORMED, 6, 4",
        "BUSY, 24, 16",
        "CONNECTION, 750, 500",
        "TIMEOUT, 750, 500"
    })
    void theFirstPauseIsShortWhereTheServerAnsweredAtAll(Fault fault, long most, long least) {
        ask(retrying(n -> n == 1 ? Optional.of(fault) : Optional.empty()));
        assertThat(time.nanos() / 1e6).isBetween(0.9 * least, (double) most);
    }

    @Test
    void aServerThatIsDownForSecondsIsWaitedForOnceItHasAnswered() {
        Try retrying = retrying(n -> n > 1 && n < 11 ? Optional.of(Fault.SERVER) : Optional.empty());
        ask(retrying);
        ask(retrying);
        assertThat(Duration.ofNanos(time.nanos())).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    @Test
    void anInterruptEndsThePauseAtOnce() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ask(retrying(n -> Optional.of(Fault.SERVER))))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(tries).isEqualTo(1);
    }

    @Test
    void aLineOfABatchIsHandedInAgainThoughEachTimeTakesADayAndNotForEver() {
        Try batched = retrying(
                n -> {
                    time.pass(Duration.ofDays(1));
                    return n == 1 || n == 5 ? Optional.empty() : Optional.of(Fault.SERVER);
                },
                Routes.PATIENCE_WITH_BATCHES);
        ask(batched);
        ask(batched);
        assertThat(tries).isEqualTo(5);
        assertThatThrownBy(() -> ask(batched)).isInstanceOf(ModelException.class);
        assertThat(tries).isEqualTo(15);
    }

    private Try retrying(IntFunction<Optional<Fault>> script) {
        return retrying(script, PATIENCE);
    }

    private Try retrying(IntFunction<Optional<Fault>> script, Duration patience) {
        return new RetryingTry(
                (request, manner, bill) -> {
                    script.apply(++tries).ifPresent(fault -> {
                        throw new TryAgain(new Problem(fault.name(), "here"), fault, Optional.empty());
                    });
                    return new WireReply(BodyReader.PLAIN.read("answer", "fake"), Headroom.UNSAID);
                },
                Duration.ofMillis(500),
                patience,
                meter,
                time);
    }

    private static WireReply ask(Try retrying) {
        return retrying.ask(REQUEST, Manner.of(ReplyForm.TEXT), new Bill());
    }

    /** Passes only when somebody sleeps. */
    private static final class FakeTime implements Time {
        private long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            now += nanos;
        }

        void pass(Duration duration) {
            now += duration.toNanos();
        }
    }
}
