package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.model.BodyReader;
import dev.lectern.model.CallKey;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Cost;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Usage;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DurableModelTest {
    private static final ModelId ID = new ModelId("fake", "here", "moody");
    private static final ChatRequest REQUEST = ChatRequest.of(List.of(ChatMessage.user("hello")));

    private final MemoryReplyStore store = new MemoryReplyStore();
    private final CallMeter meter = new CallMeter();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksOnceAndReadsTheKeptReplyAfterwards() {
        DurableModel model = durable(n -> "answer " + n);
        ChatReply first = model.chat(REQUEST);
        ChatReply second = durable(n -> "other " + n).chat(REQUEST);
        assertThat(first.text()).isEqualTo("answer 1");
        assertThat(second).isEqualTo(first);
        assertThat(first.key()).isEqualTo(CallKey.of(ID, REQUEST).hash());
        assertThat(meter.counts().made()).isEqualTo(1);
        assertThat(meter.counts().reused()).isEqualTo(1);
    }

    @Test
    void aReplyIsKeptBeforeAnybodySeesIt() {
        DurableModel model = durable(n -> "answer");
        String key = model.chat(REQUEST).key();
        assertThat(store.find(key)).isPresent();
    }

    @Test
    void equalRequestsInFlightShareOneCall() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        DurableModel model = durable(n -> {
            await(go);
            return "answer " + n;
        });
        Set<String> texts = ConcurrentHashMap.newKeySet();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> askers = IntStream.range(0, 200)
                    .mapToObj(
                            i -> pool.submit(() -> texts.add(model.chat(REQUEST).text())))
                    .toList();
            go.countDown();
            for (Future<Boolean> asker : askers) {
                asker.get();
            }
        }
        assertThat(texts).containsExactly("answer 1");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aRefusalIsAnAnswerAndIsKept() {
        DurableModel model = durable(n -> {
            throw new ModelException(ModelException.Kind.REFUSED, "content filter", "raw body " + n);
        });
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> model.chat(REQUEST)).isInstanceOfSatisfying(ModelException.class, e -> {
                assertThat(e.kind()).isEqualTo(ModelException.Kind.REFUSED);
                assertThat(e.raw()).isEqualTo("raw body 1");
                assertThat(e).hasMessage("content filter");
            });
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void anOutageIsNotKeptAndTheNextAskingTriesAgain() {
        DurableModel model = durable(n -> {
            if (n == 1) {
                throw new ModelException(ModelException.Kind.UNREACHABLE, "no route", "");
            }
            return "answer " + n;
        });
        assertThatThrownBy(() -> model.chat(REQUEST)).hasMessage("no route");
        assertThat(model.chat(REQUEST).text()).isEqualTo("answer 2");
        assertThat(meter.counts().failed()).isEqualTo(1);
    }

    @Test
    void aRetiredReplyIsDrawnAnewAndStaysBesideTheNewOne() {
        DurableModel model = durable(n -> "answer " + n);
        String first = model.chat(REQUEST).key();
        store.retire(first);
        ChatReply second = model.chat(REQUEST);
        assertThat(second.text()).isEqualTo("answer 2");
        assertThat(second.key()).isEqualTo(CallKey.of(ID, REQUEST, 1).hash()).isNotEqualTo(first);
        assertThat(model.chat(REQUEST)).isEqualTo(second);
        store.retire(second.key());
        assertThat(model.chat(REQUEST).text()).isEqualTo("answer 3");
        assertThat(store.count(DurableModel.KIND)).isEqualTo(3);
        assertThat(store.spent().calls()).isEqualTo(3);
    }

    private DurableModel durable(Function<Integer, String> answers) {
        Asker asker = (request, bill) -> {
            bill.add(Usage.NONE, Cost.UNKNOWN);
            return BodyReader.PLAIN.read(answers.apply(asked.incrementAndGet()), "moody");
        };
        return new DurableModel(ID, asker, store, provider -> BodyReader.PLAIN, meter, Clock.systemUTC());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
