package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.model.Cost;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Spent;
import dev.lectern.model.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptEmbedderTest {
    private static final ModelId ID = new ModelId("test", "", "test");

    private final MemoryReplyStore store = new MemoryReplyStore();
    private final List<List<String>> asked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aTextThatIsRefusedTakesNoOtherWithIt() {
        KeptEmbedder embedder = embedder(store);
        List<String> texts = IntStream.range(0, 32)
                .mapToObj(i -> i == 19 ? "bad" : "text " + i)
                .toList();
        assertThatThrownBy(() -> embedder.embed(texts))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.REFUSED));
        assertThat(store.count("embedding")).isEqualTo(31);
        // 32, then two halves, and so on down to the one that is to blame.
        assertThat(asked).hasSize(11);
        assertThat(store.spent().calls()).isEqualTo(11);
        assertThat(asked).contains(List.of("bad"));
    }

    @Test
    void whoWaitsForATextOfAnotherIsToldOfABrokenStoreTooAndIsHeldAlike() {
        BrokenFor broken = new BrokenFor(store, key("shared"));
        KeptEmbedder embedder = embedder(broken);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> embedder.embed(List.of("shared")));
            await(broken.asked);
            Future<?> second = threads.submit(() -> embedder.embed(List.of("shared", "own")));
            for (Future<?> each : List.of(first, second)) {
                assertThatThrownBy(each::get)
                        .cause()
                        .isInstanceOfSatisfying(
                                ModelException.class,
                                e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.UNREACHABLE));
            }
        }
    }

    private KeptEmbedder embedder(ReplyStore kept) {
        return new KeptEmbedder(ID, OptionalInt.of(2), this::embed, kept, Clock.systemUTC());
    }

    private String key(String text) {
        return new Keeping("embedding", ID, store, Clock.systemUTC())
                .key(Map.of("text", text))
                .hash();
    }

    private List<float[]> embed(List<String> texts, Bill bill) {
        asked.add(List.copyOf(texts));
        bill.add(Usage.NONE, Cost.NOTHING);
        if (texts.contains("bad")) {
            throw new ModelException(ModelException.Kind.REFUSED, "it may not be read", "{}");
        }
        return texts.stream().map(text -> new float[] {1, 0}).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Cannot read one reply, and says so only once another was looked for: by then whoever looked waits for the one. */
    private record BrokenFor(ReplyStore store, String key, CountDownLatch asked, CountDownLatch others)
            implements ReplyStore {
        BrokenFor(ReplyStore store, String key) {
            this(store, key, new CountDownLatch(1), new CountDownLatch(1));
        }

        @Override
        public Optional<Reply> find(String wanted) {
            if (!wanted.equals(key)) {
                others.countDown();
                return store.find(wanted);
            }
            asked.countDown();
            await(others);
            throw new UncheckedIOException(new IOException("the disk is gone"));
        }

        @Override
        public Reply put(Reply reply) {
            return store.put(reply);
        }

        @Override
        public long count(String kind) {
            return store.count(kind);
        }

        @Override
        public Spent spent() {
            return store.spent();
        }

        @Override
        public void spend(Spent more) {
            store.spend(more);
        }

        @Override
        public boolean retire(String reply) {
            return store.retire(reply);
        }

        @Override
        public void each(String kind, Consumer<Reply> reader) {
            store.each(kind, reader);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
