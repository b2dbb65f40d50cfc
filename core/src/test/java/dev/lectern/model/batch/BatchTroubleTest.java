package dev.lectern.model.batch;

import static dev.lectern.model.batch.FakeBatches.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.model.BatchClient.Result;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelException;
import dev.lectern.model.Refusal;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Lines that bring nothing, providers that do not answer or answer no, and a journal that cannot be read. */
class BatchTroubleTest {
    private final MemoryReplyStore store = new MemoryReplyStore();
    private final FakeBatches provider = new FakeBatches();

    @Test
    void linesThatExpiredAreHandedInAgainWhenTheyAreAskedAgain() {
        provider.expire("b");
        BatchDesk desk = desk(0);
        List<CompletableFuture<Result>> coming = join(desk, 0, "a", "b");
        desk.step(10);
        provider.end("1");
        desk.step(200);
        assertThat(coming.getLast().join().status()).isZero();
        join(desk, 300, "b");
        desk.step(400);
        assertThat(provider.batches.values()).containsExactly(List.of("a", "b"), List.of("b"));
    }

    @Test
    void linesOfABatchThatFailedAreToldWhyInTheProvidersWords() {
        provider.expire("a");
        provider.said = "failed: too many tokens are enqueued";
        BatchDesk desk = desk(0);
        CompletableFuture<Result> coming = join(desk, 0, "a").getFirst();
        desk.step(10);
        provider.end("1");
        desk.step(200);
        assertThat(coming.join().error())
                .isEqualTo("the batch ended without a result for it (failed: too many tokens are enqueued)");
    }

    @Test
    void aProviderThatCannotBeAskedJustNowIsAskedAgainUntilPatienceEnds() {
        BatchDesk desk = desk(0);
        CompletableFuture<Result> coming = join(desk, 0, "a").getFirst();
        desk.step(10);
        provider.down = true;
        desk.step(1_000);
        assertThat(coming).isNotDone();
        assertThat(desk.step(9_000)).isEmpty();
        assertThatThrownBy(coming::join)
                .cause()
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.UNREACHABLE));
        provider.down = false;
        provider.end("1");
        BatchDesk next = desk(0);
        coming = join(next, 0, "a").getFirst();
        next.step(0);
        assertThat(coming.join().status()).isEqualTo(200);
        assertThat(provider.submitted).isEqualTo(1);
    }

    @Test
    void aBatchThatTheProviderHasForgottenIsHandedInAgainOnlyAfterDays() {
        BatchDesk killed = desk(0);
        join(killed, 0, "a");
        killed.step(10);
        provider.forgetAll();
        BatchDesk soon = desk(1);
        CompletableFuture<Result> coming = join(soon, 0, "a").getFirst();
        soon.step(0);
        assertThat(coming).isCompletedExceptionally();
        BatchDesk later = desk(4);
        assertThat(join(later, 0, "a").getFirst()).isNotDone();
        later.step(0);
        join(later, 1, "a");
        later.step(100);
        assertThat(provider.submitted).isEqualTo(2);
    }

    @Test
    void linesThatCannotBeHandedInSaySoToAllWhoWait() {
        provider.down = true;
        BatchDesk desk = desk(0);
        List<CompletableFuture<Result>> coming = join(desk, 0, "a", "b");
        assertThat(desk.step(10)).isEmpty();
        assertThat(coming).allSatisfy(result -> assertThat(result).isCompletedExceptionally());
        assertThat(store.count("batch")).isZero();
    }

    @Test
    void aBatchThatIsNotTakenIsANoToNoneOfItsLines() {
        provider.no = Optional.of(
                new ModelException(Refusal.TOO_LONG, "the request is longer than the model takes", "", Usage.NONE));
        BatchDesk desk = desk(0);
        List<CompletableFuture<Result>> coming = join(desk, 0, "a", "b");
        desk.step(10);
        assertThat(coming)
                .allSatisfy(result -> assertThatThrownBy(result::join)
                        .cause()
                        .isInstanceOfSatisfying(
                                ModelException.class,
                                e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.UNREACHABLE))
                        .hasMessageContaining("the provider does not take the batch")
                        .hasMessageContaining("the request is longer than the model takes"));
    }

    @Test
    void resultsThatAreNeverHandedOutAreNotWaitedForWithoutEnd() {
        BatchDesk desk = desk(0);
        CompletableFuture<Result> coming = join(desk, 0, "a").getFirst();
        desk.step(10);
        provider.end("1");
        provider.keepsResults = true;
        long now = 10;
        for (int i = 0; i < 50 && !coming.isDone(); i++) {
            now = desk.step(now).orElse(now);
        }
        assertThat(coming).isCompletedExceptionally();
        assertThat(now).isBetween(FakeBatches.PAUSES.patience(), 2 * FakeBatches.PAUSES.patience());
    }

    /** An error on the thread that looks after batches ends nobody's waiting but by telling them. */
    @Test
    void anErrorIsToldToAllWhoWaitAndWhatWasHandedInIsTakenUpAgain() {
        BatchDesk desk = desk(0);
        List<CompletableFuture<Result>> coming = join(desk, 0, "a");
        desk.step(10);
        coming.addAll(join(desk, 20, "b"));
        provider.error = Optional.of(new StackOverflowError("too deep"));
        assertThat(desk.step(110)).isEmpty();
        assertThat(coming)
                .hasSize(2)
                .allSatisfy(result -> assertThatThrownBy(result::join).hasCause(new StackOverflowError("too deep")));
        assertThat(desk.standing()).isEqualTo(new BatchDesk.Standing(0, 0));

        provider.error = Optional.empty();
        provider.end("1");
        List<CompletableFuture<Result>> again = join(desk, 200, "a");
        desk.step(200);
        assertThat(again.getFirst().join().body()).contains("answer to a");
        assertThat(provider.submitted).isEqualTo(1);
    }

    @Test
    void aJournalThatCouldNotBeReadIsReadAgainSoThatNothingIsHandedInTwice() {
        BatchDesk first = desk(0);
        join(first, 0, "a");
        first.step(10);
        AtomicBoolean broken = new AtomicBoolean(true);
        BatchDesk later = provider.desk(0, unreadableWhile(broken));
        assertThatThrownBy(() -> join(later, 0, "a")).isInstanceOf(UncheckedIOException.class);
        broken.set(false);
        join(later, 1, "a");
        later.step(50);
        assertThat(provider.submitted).isEqualTo(1);
    }

    private ReplyStore unreadableWhile(AtomicBoolean broken) {
        return (ReplyStore) Proxy.newProxyInstance(
                ReplyStore.class.getClassLoader(), new Class<?>[] {ReplyStore.class}, (proxy, method, arguments) -> {
                    if (broken.get()) {
                        throw new UncheckedIOException(new IOException("the disk is gone"));
                    }
                    return method.invoke(store, arguments);
                });
    }

    private BatchDesk desk(int daysLater) {
        return provider.desk(daysLater, store);
    }
}
