package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every chat model promises. Extend it and give it models that answer, refuse and are not there. */
public abstract class ChatModelContract {
    private static final ChatRequest HELLO =
            ChatRequest.of(List.of(ChatMessage.system("You answer in JSON."), ChatMessage.user("\"ready\"?")));

    /** A model that answers by {@link Rules#sensible}. */
    protected abstract ChatModel sensible();

    /** A model that refuses every request. */
    protected abstract ChatModel refusing();

    /** A model that can't be reached. */
    protected abstract ChatModel unreachable();

    @Test
    void answersWithTextAndSaysWhoAnswered() {
        var reply = sensible().chat(HELLO);
        assertThat(reply.text()).isEqualTo("{\"ready\":true}");
        assertThat(reply.answeredBy()).isNotBlank();
        assertThat(reply.body()).contains("ready");
        assertThat(reply.finish()).isEqualTo("stop");
    }

    @Test
    void keepsItsIdentity() {
        ChatModel model = sensible();
        assertThat(model.id()).isEqualTo(model.id());
        assertThat(model.id().base()).doesNotEndWith("/");
    }

    @Test
    void isAskedFromManyThreadsAtOnce() throws Exception {
        ChatModel model = sensible();
        Set<String> texts = ConcurrentHashMap.newKeySet();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> askers = IntStream.range(0, 64)
                    .mapToObj(i -> pool.submit(() -> texts.add(model.chat(HELLO).text())))
                    .toList();
            for (Future<Boolean> asker : askers) {
                asker.get();
            }
        }
        assertThat(texts).containsExactly("{\"ready\":true}");
    }

    @Test
    void saysThatItRefusesAndKeepsWhatWasSaid() {
        assertThatThrownBy(() -> refusing().chat(HELLO)).isInstanceOfSatisfying(ModelException.class, e -> {
            assertThat(e.kind()).isEqualTo(ModelException.Kind.REFUSED);
            assertThat(e.raw()).isNotBlank();
        });
    }

    @Test
    void saysThatItCannotBeReached() {
        assertThatThrownBy(() -> unreachable().chat(HELLO))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.UNREACHABLE));
    }
}
