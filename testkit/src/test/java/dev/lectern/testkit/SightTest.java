package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.aim.Aim;
import dev.lectern.aim.Chronicle;
import dev.lectern.aim.Sight;
import dev.lectern.corpus.Document;
import dev.lectern.index.Meanings;
import dev.lectern.index.WordHashes;
import dev.lectern.learn.Vectors;
import dev.lectern.model.Embedder;
import dev.lectern.model.ModelId;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How well rows fit an aim, in a corpus of two languages that no model compares. */
class SightTest {
    private static final List<String> PONDS = List.of(
            "增氧机什么时候开？\n凌晨溶解氧低时开增氧机。",
            "池塘溶解氧低怎么办？\n先开增氧机，再检查溶解氧探头。",
            "溶解氧探头多久清洗？\n池塘的溶解氧探头每周清洗一次。",
            "增氧机跳闸怎么办？\n断开增氧机电源，检查池塘线路。",
            "池塘探头怎样校准？\n溶解氧探头清洗后再校准。");

    private static final List<String> HIVES = List.of(
            "When does the hive get a honey super?\nWhen bees fill the frames of the hive.",
            "How is honey taken from the hive?\nFrames of capped honey are lifted from the hive.",
            "What do bees in the hive eat?\nThe bees eat honey from the frames of the hive.",
            "Why do bees leave the hive?\nBees swarm when frames of the hive are full of honey.");

    private static final String ON_PONDS = "凌晨池塘溶解氧低说明什么？\n说明增氧机没有开，溶解氧探头要检查。";
    private static final String ON_SCREENS = "组件模板怎样绑定属性？\n在模板里写冒号和属性名，组件就会更新。";
    private static final String ON_HIVES = "Where is honey in the hive?\nThe bees store honey in frames of the hive.";
    private static final String ON_LAW = "Who signs a contract of rent?\nThe tenant and the landlord sign it.";

    @TempDir
    Path folder;

    /** A model that finds all texts much alike, as those of Chinese do: a third of a vector is the same in all of them. */
    private record Alike() implements Embedder {
        private static final Embedder WORDS = new WordHashes();

        @Override
        public ModelId id() {
            return new ModelId("test", "", "alike");
        }

        @Override
        public int dimensions() {
            return WORDS.dimensions() + 1;
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            return WORDS.embed(texts).stream()
                    .map(words -> {
                        float[] vector = Arrays.copyOf(words, dimensions());
                        vector[words.length] = 0.7f;
                        return Vectors.unit(vector);
                    })
                    .toList();
        }
    }

    private static List<Document> documents() {
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(document("en-" + i, "The court of appeal heard case " + i + " about rent and contracts.", "en"));
        }
        for (int i = 0; i < 5; i++) {
            all.add(document("zh-" + i, "组件模板里的属性绑定，第 " + i + " 节，更新页面。", "zh"));
        }
        return all;
    }

    private static Document document(String uri, String text, String language) {
        return MemoryCorpus.of(Map.of(uri, text), language).document(Document.idOf(uri));
    }

    private double fit(String text, String language, List<Aim.Goal> goals) {
        return fit(text, language, goals, documents());
    }

    private double fit(String text, String language, List<Aim.Goal> goals, List<Document> documents) {
        MemoryCorpus corpus = new MemoryCorpus(documents);
        Sight sight = new Sight(
                new Aim(goals),
                languages -> Meanings.of(new Alike(), new WordHashes()).among(languages),
                Chronicle.silent(),
                folder);
        String[] pair = text.split("\n", 2);
        Sample row = Sample.seedling("row", language, List.of(), Lineage.of("equal"))
                .child("row-1", List.of(Turn.user(pair[0]), Turn.assistant(pair[1])), "qa");
        return sight.fit(sight.pairs(List.of(row), corpus).getFirst(), corpus);
    }

    private static Aim.Goal goal(List<Aim.Example> examples) {
        return new Aim.Goal("goal", 1, Aim.Kind.PAIRS, examples, examples.size(), 0, 0);
    }

    private static List<Aim.Example> examples(List<String> texts, String language) {
        return texts.stream().map(text -> new Aim.Example(text, language, 1)).toList();
    }

    @Test
    void aRowInTheTargetsLanguageOnAnotherSubjectDoesNotFitAmongManyDocumentsInAnotherLanguage() {
        List<Aim.Goal> ponds = List.of(goal(examples(PONDS, "zh")));
        assertThat(fit(ON_SCREENS, "zh", ponds)).isLessThan(0.3);
        assertThat(fit(ON_PONDS, "zh", ponds)).isGreaterThan(0.5);
        assertThat(fit(ON_HIVES, "en", ponds))
                .as("of another language nothing is said")
                .isZero();
    }

    @Test
    void ofSeveralTargetsEachIsToldByItsOwnLanguage() {
        List<Aim.Goal> both = List.of(goal(examples(PONDS, "zh")), goal(examples(HIVES, "en")));
        assertThat(fit(ON_SCREENS, "zh", both)).isLessThan(0.3);
        assertThat(fit(ON_LAW, "en", both)).isLessThan(0.3);
        assertThat(fit(ON_PONDS, "zh", both)).isGreaterThan(0.5);
        assertThat(fit(ON_HIVES, "en", both)).isGreaterThan(0.5);
    }

    @Test
    void aTargetInTwoLanguagesIsToldAsTwoWouldBe() {
        List<Aim.Example> mixed = Stream.concat(examples(PONDS, "zh").stream(), examples(HIVES, "en").stream())
                .toList();
        List<Aim.Goal> both = List.of(goal(examples(PONDS, "zh")), goal(examples(HIVES, "en")));
        for (String text : List.of(ON_SCREENS, ON_PONDS)) {
            assertThat(fit(text, "zh", List.of(goal(mixed)))).isEqualTo(fit(text, "zh", both));
        }
        for (String text : List.of(ON_LAW, ON_HIVES)) {
            assertThat(fit(text, "en", List.of(goal(mixed)))).isEqualTo(fit(text, "en", both));
        }
    }

    @Test
    void whatElseIsInTheCorpusChangesNoFit() {
        List<Aim.Goal> hives = List.of(goal(examples(HIVES, "en")));
        List<Document> others = List.of(document("one", "The bees of the hive.", "en"));
        assertThat(fit(ON_HIVES, "en", hives, others)).isEqualTo(fit(ON_HIVES, "en", hives));
    }
}
