package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Cost;
import dev.lectern.model.Headroom;
import dev.lectern.model.Manner;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reranker;
import dev.lectern.model.Usage;
import dev.lectern.model.WireReply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeptScoresTest {
    private static final ModelId ID = new ModelId("test", "", "test");

    private final MemoryReplyStore store = new MemoryReplyStore();
    private final List<List<String>> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final Keeping keeping = new Keeping(Reranker.KEPT, ID, store, Clock.systemUTC());

    @Test
    void equalRequestsInFlightShareOneCall() throws Exception {
        KeptScores scores = new KeptScores(keeping, this::score, UnaryOperator.identity());
        List<Thread> waiting = new ArrayList<>();
        List<List<Double>> all = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Double>> first = threads.submit(() -> scores.scores("who?", List.of("a", "bb", "a")));
            arrived.await();
            for (int i = 0; i < 5; i++) {
                waiting.add(Thread.startVirtualThread(() -> all.add(scores.scores("who?", List.of("a", "bb", "a")))));
            }
            for (Thread each : waiting) {
                while (each.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            answered.countDown();
            assertThat(first.get()).containsExactly(1.0, 2.0, 1.0);
            for (Thread each : waiting) {
                each.join();
            }
        }
        assertThat(all).hasSize(5).containsOnly(List.of(1.0, 2.0, 1.0));
        assertThat(asked).containsExactly(List.of("who?", "a", "bb"));
        assertThat(store.spent().calls()).isEqualTo(1);
    }

    @Test
    void onlyTextsThatAreNotKeptAreAskedFor() {
        answered.countDown();
        KeptScores scores = new KeptScores(keeping, this::score, UnaryOperator.identity());
        scores.scores("who?", List.of("a", "bb"));
        assertThat(scores.scores("who?", List.of("ccc", "a"))).containsExactly(3.0, 1.0);
        assertThat(asked.getLast()).containsExactly("who?", "ccc");
    }

    @Test
    void afterAFailureTheNextAsksAgain() {
        answered.countDown();
        KeptScores scores = new KeptScores(keeping, this::score, UnaryOperator.identity());
        assertThatThrownBy(() -> scores.scores("who?", List.of("bad")))
                .isInstanceOf(ModelException.class)
                .hasMessage("down");
        assertThatThrownBy(() -> scores.scores("who?", List.of("bad"))).hasMessage("down");
        assertThat(asked).hasSize(2);
        assertThat(store.spent().calls()).isEqualTo(2);
        assertThat(store.count(Reranker.KEPT)).isZero();
    }

    /** A text's score is its length. */
    private WireReply score(ChatRequest request, Manner manner, Bill bill) {
        List<String> texts =
                request.messages().stream().map(ChatMessage::content).toList();
        asked.add(texts);
        bill.add(Usage.NONE, Cost.NOTHING);
        arrived.countDown();
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (texts.contains("bad")) {
            throw new ModelException(ModelException.Kind.UNREACHABLE, "down", "");
        }
        String lines = texts.stream()
                .skip(1)
                .map(text -> Double.toString(text.length()))
                .collect(Collectors.joining("\n"));
        return new WireReply(new ChatReply("", lines, "", "stop", Usage.NONE, "test", lines), Headroom.UNSAID);
    }
}
