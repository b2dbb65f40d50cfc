package dev.lectern.adapters.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Passage;
import dev.lectern.index.Entry;
import dev.lectern.index.Found;
import dev.lectern.index.Placed;
import dev.lectern.index.VectorsIndex;
import dev.lectern.index.WordsIndex;
import dev.lectern.learn.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest {
    private static final int LENGTH = 48;

    private static final List<Entry> PAGES = List.of(
            entry("dam", "en", "The gates of the reservoir are opened when its level passes 4 metres."),
            entry("log", "en", "The warden writes the level into the log twice a day."),
            entry("tea", "zh", "龙井茶的鲜叶在清明前采摘，每斤需要约三万六千个嫩芽。"),
            entry("old-tea", "zh-Hant", "龍井茶的鮮葉在清明前採摘。"),
            entry("api", "zh", "调用 Reservoir 接口可以读取水位。"));

    @TempDir
    private Path folder;

    @Test
    void wordsAreFoundInTheirOtherForms() throws IOException {
        try (WordsIndex words = words(PAGES, "key", new AtomicInteger())) {
            assertThat(ids(words.find("When does a gate open at the reservoir?", 2, Filter.NONE)))
                    .startsWith("dam");
            assertThat(ids(words.find("谁在清明前采摘龙井茶？", 1, Filter.NONE))).containsExactly("tea");
            assertThat(ids(words.find("reservoir", 5, Filter.NONE))).containsExactlyInAnyOrder("dam", "api");
            assertThat(words.find("jazz pianist", 5, Filter.NONE)).isEmpty();
            assertThat(words.find("?!", 5, Filter.NONE)).isEmpty();
        }
    }

    @Test
    void aFilterAllowsDocumentsLanguagesAndLabels() throws IOException {
        try (WordsIndex words = words(PAGES, "key", new AtomicInteger())) {
            String query = "the level of the reservoir 龙井茶 清明";
            assertThat(ids(words.find(query, 9, Filter.NONE.language("zh"))))
                    .containsExactlyInAnyOrder("tea", "old-tea", "api");
            assertThat(ids(words.find(query, 9, Filter.NONE.language("zh-Hant"))))
                    .containsExactly("old-tea");
            assertThat(ids(words.find(query, 9, Filter.NONE.in(Set.of(document("log"), document("tea"))))))
                    .containsExactlyInAnyOrder("log", "tea");
            assertThat(ids(words.find(
                            query, 9, Filter.NONE.notIn(Set.of(document("dam"))).language("en"))))
                    .containsExactly("log");
            assertThat(ids(words.find(query, 9, Filter.NONE.label("shelf", "tea"))))
                    .containsExactly("tea");
            assertThat(words.find(query, 9, Filter.NONE.label("shelf", "coal"))).isEmpty();
        }
    }

    @Test
    void anIndexIsMadeOnceForASetOfPassages() throws IOException {
        AtomicInteger made = new AtomicInteger();
        words(PAGES, "key", made).close();
        words(PAGES, "key", made).close();
        assertThat(made).hasValue(1);
        try (WordsIndex words = words(PAGES.subList(0, 1), "other", made)) {
            assertThat(made).hasValue(2);
            assertThat(words.find("level", 9, Filter.NONE)).hasSize(1);
        }
    }

    @Test
    void aBrokenIndexIsMadeAnew() throws IOException {
        AtomicInteger made = new AtomicInteger();
        words(PAGES, "key", made).close();
        try (Stream<Path> files = Files.list(folder.resolve("words"))) {
            for (Path file : files.filter(f -> f.toString().contains("_0")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (WordsIndex words = words(PAGES, "key", made)) {
            assertThat(words.find("level", 9, Filter.NONE)).hasSize(2);
        }
        assertThat(made).hasValue(2);
    }

    @Test
    void anEmptyIndexFindsNothing() throws IOException {
        try (WordsIndex words = words(List.of(), "none", new AtomicInteger());
                VectorsIndex vectors = new LuceneIndexMaker().vectors(folder.resolve("v"), "none", 0, Stream::of)) {
            assertThat(words.find("level", 3, Filter.NONE)).isEmpty();
            assertThat(vectors.find("space", new float[LENGTH], 3, Filter.NONE)).isEmpty();
        }
    }

    @Test
    void oneByOneTheNearestVectorsAreFoundExactly() throws IOException {
        List<Placed> placed = placed(700);
        try (VectorsIndex vectors = vectors(placed, Integer.MAX_VALUE, "exact")) {
            for (int i = 0; i < 40; i++) {
                float[] asked = vector(new Random(10_000 + i), i);
                assertThat(ids(vectors.find("space", asked, 10, Filter.NONE))).isEqualTo(nearest(placed, asked, 10));
            }
        }
    }

    @Test
    void throughTheGraphNearlyAllOfTheNearestAreFoundAndAlwaysTheSame() throws IOException {
        List<Placed> placed = placed(3000);
        int found = 0;
        try (VectorsIndex one = vectors(placed, 0, "one");
                VectorsIndex other = vectors(placed, 0, "other")) {
            for (int i = 0; i < 50; i++) {
                float[] asked = vector(new Random(10_000 + i), i);
                List<String> ids = ids(one.find("space", asked, 10, Filter.NONE));
                assertThat(ids(other.find("space", asked, 10, Filter.NONE))).isEqualTo(ids);
                Set<String> right = new HashSet<>(ids);
                right.retainAll(nearest(placed, asked, 10));
                found += right.size();
            }
        }
        assertThat(found).isGreaterThan(480);
    }

    @Test
    void vectorsOfAnotherSpaceAreNeverNear() throws IOException {
        float[] vector = vector(new Random(1), 1);
        Placed english = new Placed(PAGES.get(0), "english", vector);
        Placed chinese = new Placed(PAGES.get(2), "chinese", Vectors.unit(new float[] {1, 2, 3}));
        try (VectorsIndex vectors = vectors(List.of(english, chinese), 100, "spaces")) {
            assertThat(ids(vectors.find("english", vector, 5, Filter.NONE))).containsExactly("dam");
            assertThat(ids(vectors.find("chinese", chinese.vector(), 5, Filter.NONE)))
                    .containsExactly("tea");
            assertThat(vectors.find("greek", vector, 5, Filter.NONE)).isEmpty();
            assertThat(vectors.find("english", vector, 5, Filter.NONE.language("zh")))
                    .isEmpty();
        }
    }

    private WordsIndex words(List<Entry> entries, String key, AtomicInteger made) {
        return new LuceneIndexMaker().words(folder.resolve("words"), key, () -> {
            made.incrementAndGet();
            return entries.stream();
        });
    }

    private VectorsIndex vectors(List<Placed> placed, int many, String name) {
        return new LuceneIndexMaker(many).vectors(folder.resolve(name), "key", placed.size(), placed::stream);
    }

    private static List<Placed> placed(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Placed(entry("page" + i, "en", "text " + i), "space", vector(new Random(i), i)))
                .toList();
    }

    /** Near the middle of one of twenty clusters. */
    private static float[] vector(Random own, int number) {
        Random cluster = new Random(1000 + number % 20);
        float[] vector = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            vector[i] = (float) (cluster.nextGaussian() + own.nextGaussian() / 2);
        }
        return Vectors.unit(vector);
    }

    private static List<String> nearest(List<Placed> placed, float[] asked, int top) {
        List<Placed> sorted = new ArrayList<>(placed);
        sorted.sort((a, b) -> Double.compare(Vectors.cosine(b.vector(), asked), Vectors.cosine(a.vector(), asked)));
        return sorted.subList(0, top).stream()
                .map(one -> one.entry().passage().id())
                .toList();
    }

    private static List<String> ids(List<Found> found) {
        return found.stream().map(Found::passage).toList();
    }

    private static String document(String name) {
        return Document.idOf(name);
    }

    private static Entry entry(String name, String language, String text) {
        Document document = new Document(
                document(name),
                name,
                name,
                language,
                text,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(Map.of("shelf", name)));
        Passage passage = new Passage(name, document.id(), 0, text.length(), List.of(), OptionalInt.empty());
        return new Entry(passage, document, text);
    }
}
