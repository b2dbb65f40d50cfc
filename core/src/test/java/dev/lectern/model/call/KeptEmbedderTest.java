package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.model.Cost;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Usage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptEmbedderTest {
    private final MemoryReplyStore store = new MemoryReplyStore();
    private final List<List<String>> asked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aTextThatIsRefusedTakesNoOtherWithIt() {
        KeptEmbedder embedder = new KeptEmbedder(
                new ModelId("test", "", "test"), OptionalInt.of(2), this::embed, store, Clock.systemUTC());
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

    private List<float[]> embed(List<String> texts, Bill bill) {
        asked.add(List.copyOf(texts));
        bill.add(Usage.NONE, Cost.NOTHING);
        if (texts.contains("bad")) {
            throw new ModelException(ModelException.Kind.REFUSED, "it may not be read", "{}");
        }
        return texts.stream().map(text -> new float[] {1, 0}).toList();
    }
}
