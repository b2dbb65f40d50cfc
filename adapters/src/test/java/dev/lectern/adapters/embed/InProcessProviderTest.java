package dev.lectern.adapters.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.learn.Vectors;
import dev.lectern.model.Embedder;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Embedders;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InProcessProviderTest {
    private static final List<String> TEXTS = List.of(
            "The ferry leaves the harbour at nine.",
            "At nine o'clock the boat departs from the port.",
            "Stack overflows are caught by a guard page.",
            "早上九点渡轮离开港口。",
            "船在上午九点从码头出发。",
            "编译器会在这里报告一个类型错误。",
            "");

    @ParameterizedTest
    @ValueSource(strings = {"minilm", "bge-en", "bge-zh", "auto"})
    void aTextHasTheSameVectorAloneAndAmongOthersInAnyOrder(String spec) {
        List<float[]> together = open(spec, new MemoryReplyStore()).embed(TEXTS);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, TEXTS.size()).boxed().toList());
        Collections.shuffle(order, new Random(42));
        List<float[]> shuffled = open(spec, new MemoryReplyStore())
                .embed(order.stream().map(TEXTS::get).toList());
        for (int i = 0; i < order.size(); i++) {
            float[] alone = open(spec, new MemoryReplyStore())
                    .embed(List.of(TEXTS.get(order.get(i))))
                    .getFirst();
            assertThat(shuffled.get(i)).isEqualTo(together.get(order.get(i))).isEqualTo(alone);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minilm", "bge-en", "bge-zh", "auto"})
    void vectorsHaveLengthOneAndTheDimensionsThatWereSaid(String spec) {
        Embedder embedder = open(spec, new MemoryReplyStore());
        assertThat(embedder.embed(TEXTS))
                .allSatisfy(vector -> assertThat(vector).hasSize(embedder.dimensions()))
                .allSatisfy(vector -> assertThat(Vectors.cosine(vector, vector)).isCloseTo(1, Offset.offset(1e-5)));
    }

    @Test
    void sentencesThatMeanTheSameAreNearInEnglishAndInChinese() {
        List<float[]> vectors = open("auto", new MemoryReplyStore()).embed(TEXTS);
        assertThat(near(vectors, 0, 1)).isGreaterThan(near(vectors, 0, 2) + .3);
        assertThat(near(vectors, 3, 4)).isGreaterThan(near(vectors, 3, 5) + .2);
        assertThat(near(vectors, 0, 3)).isZero();
    }

    @Test
    void aFormulaIsNearerToMathematicsThanToAnythingElse() {
        List<float[]> vectors = open("bge-en", new MemoryReplyStore())
                .embed(List.of(
                        "How do I evaluate $\\int_0^\\infty e^{-x^2}\\cos(ax)\\,dx$ in closed form?",
                        "Number theory asks which whole numbers have no divisors but one and themselves, and how they are spread.",
                        "The harbour master closes the lock at night, so that boats wait outside until the morning.",
                        "Her second novel won a prize and was made into a film."));
        assertThat(near(vectors, 0, 1)).isGreaterThan(near(vectors, 0, 2) + .05);
        assertThat(near(vectors, 0, 1)).isGreaterThan(near(vectors, 0, 3) + .05);
    }

    @Test
    void aTextIsKeptAsItsModelReadsIt() {
        ReplyStore store = new MemoryReplyStore();
        open("minilm", store).embed(List.of("$\\frac{a}{b}$", "$\\dfrac{a}{b}$"));
        assertThat(store.count("embedding")).isOne();
    }

    @Test
    void aTextThatIsTooLongIsCut() {
        List<float[]> vectors =
                open("minilm", new MemoryReplyStore()).embed(List.of("word ".repeat(520), "word ".repeat(600)));
        assertThat(vectors.getFirst()).isEqualTo(vectors.getLast());
    }

    /** Its vocabulary has small letters only. */
    @Test
    void theChineseModelReadsLatinWordsInCapitals() {
        List<float[]> vectors = open("bge-zh", new MemoryReplyStore()).embed(List.of("Java 的版本", "java 的版本"));
        assertThat(vectors.getFirst()).isEqualTo(vectors.getLast());
    }

    @Test
    void aVectorThatIsKeptIsUsedToTheBitAndCostsNothing() {
        ReplyStore store = new MemoryReplyStore();
        List<float[]> first = open("minilm", store).embed(List.of("one", "two", "one"));
        assertThat(store.count("embedding")).isEqualTo(2);
        assertThat(store.spent().calls()).isZero();
        assertThat(first.get(0)).isEqualTo(first.get(2));
        assertThat(open("minilm", store).embed(List.of("two")).getFirst()).isEqualTo(first.get(1));
        assertThat(store.count("embedding")).isEqualTo(2);
    }

    @Test
    void theRuntimeHasNothingToComplainOf() {
        List<LogRecord> said = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                said.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("ai.onnxruntime");
        log.addHandler(listener);
        try {
            open("minilm", new MemoryReplyStore()).embed(List.of("a", "b"));
        } finally {
            log.removeHandler(listener);
        }
        assertThat(said).isEmpty();
    }

    @Test
    void theNameSaysTheModelAndThatTextsGoOneByOne() {
        assertThat(open("minilm", new MemoryReplyStore()).id().name()).isEqualTo("all-minilm-l6-v2-q/one-by-one");
        assertThat(open("auto", new MemoryReplyStore()).dimensions()).isEqualTo(384 + 512);
    }

    @Test
    void aMachineThatCannotLoadTheModelIsToldWhatToUse() {
        Throwable why =
                new ExceptionInInitializerError(new UnsatisfiedLinkError("no onnxruntime in java.library.path"));
        assertThat(InProcessProvider.unfit(InProcessModel.MINILM, "--embedder", why))
                .hasMessageContaining("'minilm' cannot run on this machine")
                .hasMessageContaining("no onnxruntime in java.library.path")
                .hasMessageContaining("openai:text-embedding-3-small")
                .hasCause(why);
    }

    private static double near(List<float[]> vectors, int one, int other) {
        return Vectors.cosine(vectors.get(one), vectors.get(other));
    }

    private static Embedder open(String spec, ReplyStore store) {
        return Embedders.open(spec, ModelSettings.of(Map.of()), store, Clock.systemUTC());
    }
}
