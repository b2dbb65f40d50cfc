package dev.lectern.model.batch;

import static dev.lectern.model.batch.FakeBatches.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.model.BatchClient.Result;
import dev.lectern.model.MemoryReplyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchDeskTest {
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
    void longQuestionsGoOffInBatchesOfFewer() {
        BatchDesk desk = desk(0);
        String fill = "x".repeat(8_000_000);
        join(desk, 0, "a" + fill, "b" + fill, "c" + fill, "d", "e".repeat(30_000_000));
        for (int i = 0; i < 4; i++) {
            desk.step(10);
        }
        assertThat(provider.batches.values().stream()
                        .map(lines ->
                                lines.stream().map(line -> line.substring(0, 1)).toList()))
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
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

    private BatchDesk desk(int daysLater) {
        return provider.desk(daysLater, store);
    }
}
