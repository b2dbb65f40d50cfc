package dev.lectern.aim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.learn.Vectors;
import dev.lectern.model.Meaning.Worded;
import dev.lectern.select.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How near is near. */
class ScaleTest {
    private static final int TOPICS = 12;

    /** How much all texts have in common, as models of Chinese see them: any two of them have a cosine of about 0.4. */
    private static final float ALIKE = 0.9f;

    private static List<float[]> pairs(int topic, int count, long seed) {
        Random random = new Random(seed);
        List<float[]> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = new float[TOPICS + 16];
            for (int d = TOPICS; d < vector.length; d++) {
                vector[d] = (float) random.nextGaussian() / 8;
            }
            vector[TOPICS] += ALIKE;
            vector[topic] = 1;
            pairs.add(Vectors.unit(vector));
        }
        return pairs;
    }

    private static List<float[]> everyday() {
        List<float[]> pairs = new ArrayList<>();
        for (int topic = 4; topic < TOPICS; topic++) {
            pairs.addAll(pairs(topic, 5, topic));
        }
        return pairs;
    }

    private static Scale scale(List<float[]> examples, List<float[]> everyday) {
        return Scale.of(new Target.Goal(1, examples), examples, everyday, List.of());
    }

    @Test
    void whereAllTextsOfALanguageAreAlikeOneOnAnotherSubjectDoesNotFit() {
        Scale scale = scale(pairs(0, 10, 1), everyday());
        assertThat(pairs(1, 30, 2)).allMatch(pair -> scale.of(pair) < 0.5);
        assertThat(pairs(0, 30, 3)).allMatch(pair -> scale.of(pair) > 0.5);
    }

    @Test
    void oneExampleAloneTellsItsSubjectFromOthers() {
        Scale scale = scale(pairs(0, 1, 1), everyday());
        assertThat(pairs(1, 30, 2)).allMatch(pair -> scale.of(pair) < 0.5);
        assertThat(pairs(0, 30, 3)).allMatch(pair -> scale.of(pair) > 0.5);
    }

    @Test
    void whatIsInAnotherSpaceFitsNot() {
        float[] elsewhere = new float[TOPICS + 16];
        elsewhere[3] = 1;
        assertThat(scale(pairs(0, 10, 1), everyday()).of(elsewhere)).isZero();
    }

    @Test
    void withoutEverydayPairsTheFartherTextsOfTheCorpusAreWhatAnyTextHas() {
        List<float[]> examples = pairs(0, 10, 1);
        List<float[]> texts = new ArrayList<>(pairs(0, 10, 4));
        texts.addAll(everyday());
        Scale scale = Scale.of(new Target.Goal(1, examples), examples, List.of(), texts);
        assertThat(pairs(1, 30, 2).stream().filter(pair -> scale.of(pair) >= 0.5))
                .hasSizeLessThan(6);
        assertThat(pairs(0, 30, 3)).allMatch(pair -> scale.of(pair) > 0.5);
    }

    @Test
    void thereAreAsManyEverydayPairsInEachLanguageAndNoneIsHalf() {
        assertThat(Everyday.in("en")).hasSameSizeAs(Everyday.in("zh")).hasSizeGreaterThan(30);
        for (String language : List.of("en", "zh", "zh-Hant")) {
            assertThat(Everyday.in(language))
                    .doesNotHaveDuplicates()
                    .extracting(Worded::text)
                    .allMatch(text ->
                            text.lines().filter(line -> line.length() > 3).count() == 2);
        }
        assertThat(Everyday.in("fr")).isEmpty();
    }
}
