package dev.lectern.model.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.Problem;
import dev.lectern.model.BatchClient;
import dev.lectern.model.BatchClient.Line;
import dev.lectern.model.BatchClient.Result;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Fault;
import dev.lectern.model.Manner;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.TryAgain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchDeskTest {
    private static final ModelId ID = new ModelId("fake", "here", "patient");
    private static final BatchDesk.Pauses PAUSES = new BatchDesk.Pauses(10, 100, 1_000, 5_000);

    private final MemoryReplyStore store = new MemoryReplyStore();
    private final FakeBatches provider = new FakeBatches();

    @Test
    void callsGoOffTogetherOnceNoFurtherOneComes() {
        BatchDesk desk = desk(0);
        List<CompletableFuture<Result>> coming = join(desk, 0, "a", "b");
        assertThat(desk.step(5)).hasValue(10L);
        coming.addAll(join(desk, 8, "c"));
        assertThat(desk.step(12)).hasValue(18L);
        assertThat(provider.batches).isEmpty();
        assertThat(desk.step(18)).hasValue(118L);
        assertThat(provider.batches.values()).containsExactly(List.of("a", "b", "c"));
        assertThat(desk.standing()).isEqualTo(new BatchDesk.Standing(0, 3));
        provider.end("1");
        assertThat(desk.step(118)).isEmpty();
        assertThat(coming).allSatisfy(result -> assertThat(result).isCompleted());
        assertThat(coming.getFirst().join().body()).contains("answer to a");
    }

    @Test
    void aFullBatchGoesOffAtOnceAndTheRestFollows() {
        BatchDesk desk = desk(0);
        join(desk, 0, IntStream.range(0, 5_003).mapToObj(Integer::toString).toArray(String[]::new));
        desk.step(0);
        assertThat(provider.batches.get("1")).hasSize(5_000);
        desk.step(10);
        assertThat(provider.batches.get("2")).hasSize(3);
    }

    @Test
    void aLineThatIsAskedTwiceIsHandedInOnce() {
        BatchDesk desk = desk(0);
        assertThat(join(desk, 0, "a")).isEqualTo(join(desk, 1, "a"));
        desk.step(20);
        join(desk, 21, "a");
        desk.step(40);
        assertThat(provider.batches.values()).containsExactly(List.of("a"));
    }

    @Test
    void aBatchIsAskedAfterInGrowingPauses() {
        BatchDesk desk = desk(0);
        join(desk, 0, "a");
        long now = desk.step(10).orElseThrow();
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            long next = desk.step(now).orElseThrow();
            pauses.add(next - now);
            now = next;
        }
        assertThat(pauses).startsWith(150L, 225L, 337L).endsWith(1_000L, 1_000L).isSorted();
    }

    @Test
    void aRestartAsksAfterItsBatchesAndHandsNothingInAgain() {
        BatchDesk killed = desk(0);
        join(killed, 0, "a", "b");
        killed.step(10);
        BatchDesk restarted = desk(0);
        List<CompletableFuture<Result>> coming = join(restarted, 0, "b", "new");
        restarted.step(10);
        assertThat(provider.batches.values()).containsExactly(List.of("a", "b"), List.of("new"));
        provider.end("1");
        restarted.step(5_000);
        assertThat(coming.getFirst().join().body()).contains("answer to b");
        assertThat(coming.getLast()).isNotDone();
        assertThat(join(restarted, 6_000, "a").getFirst().join().body()).contains("answer to a");
    }

    @Test
    void whatABatchBroughtIsKeptForARestartThatAsksForIt() {
        BatchDesk killed = desk(0);
        join(killed, 0, "a", "b");
        killed.step(10);
        provider.end("1");
        killed.step(200);
        provider.forgetAll();
        BatchDesk restarted = desk(0);
        assertThat(join(restarted, 0, "a", "b"))
                .allSatisfy(result -> assertThat(result.join().status()).isEqualTo(200));
        assertThat(provider.submitted).isEqualTo(1);
    }

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
        BatchDesk later = desk(0, unreadableWhile(broken));
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
        return desk(daysLater, store);
    }

    private BatchDesk desk(int daysLater, ReplyStore kept) {
        Clock clock =
                Clock.fixed(Instant.parse("2026-01-02T03:04:05Z").plusSeconds(86_400L * daysLater), ZoneOffset.UTC);
        return new BatchDesk(provider, ID, kept, PAUSES, clock);
    }

    private static List<CompletableFuture<Result>> join(BatchDesk desk, long now, String... lines) {
        List<CompletableFuture<Result>> coming = new ArrayList<>();
        for (String line : lines) {
            ChatRequest request = ChatRequest.of(List.of(ChatMessage.user(line)));
            coming.add(desk.join(new Line(line, request, Manner.of(ReplyForm.TEXT)), now));
        }
        return coming;
    }

    /** Numbers its batches; each ends when the test says so. */
    private static final class FakeBatches implements BatchClient {
        private final Map<String, List<String>> batches = new LinkedHashMap<>();
        private final List<String> ended = new ArrayList<>();
        private final List<String> expired = new ArrayList<>();
        private int submitted;
        private boolean down;
        private Optional<Error> error = Optional.empty();
        private String said = "";

        void end(String batch) {
            ended.add(batch);
        }

        void expire(String line) {
            expired.add(line);
        }

        void forgetAll() {
            batches.clear();
        }

        private void look() {
            error.ifPresent(e -> {
                throw e;
            });
            if (down) {
                throw new TryAgain(new Problem("nobody answers", ""), Fault.CONNECTION, Optional.empty());
            }
        }

        @Override
        public String submit(List<Line> lines) {
            look();
            String id = Integer.toString(++submitted);
            batches.put(id, lines.stream().map(Line::key).toList());
            return id;
        }

        @Override
        public State poll(String batch) {
            look();
            if (!batches.containsKey(batch)) {
                throw new ModelException(ModelException.Kind.UNREACHABLE, "no such batch", "");
            }
            return new State(
                    ended.contains(batch),
                    0,
                    batches.getOrDefault(batch, List.of()).size(),
                    said);
        }

        @Override
        public List<Result> results(String batch) {
            return batches.getOrDefault(batch, List.of()).stream()
                    .filter(line -> !expired.contains(line))
                    .map(line -> new Result(line, 200, Optional.of("answer to " + line), ""))
                    .toList();
        }
    }
}
