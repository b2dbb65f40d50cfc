package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.learn.Rows;
import dev.lectern.learn.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Choosing from texts in two languages, of which one model finds all texts alike and the other does not. */
class SpacesTest {
    private static final int TOPICS = 6;
    private static final int PART = TOPICS + 8;
    private static final int EACH = 30;

    /** Any two texts of the first language have a cosine of about a half. */
    private static final double ALIKE = 1;

    /** Six topics in each language, thirty items each, ten of a document: first those of the language in which all are alike. */
    private static final Pool POOL = pool();

    private static Pool pool() {
        Random random = new Random(3);
        List<float[]> vectors = new ArrayList<>();
        for (int language = 0; language < 2; language++) {
            for (int topic = 0; topic < TOPICS; topic++) {
                for (int i = 0; i < EACH; i++) {
                    vectors.add(text(language, topic, random));
                }
            }
        }
        int[] documents = IntStream.range(0, vectors.size()).map(i -> i / 10).toArray();
        int[] spaces =
                IntStream.range(0, vectors.size()).map(SpacesTest::language).toArray();
        return Pool.of(Rows.of(vectors), documents, spaces);
    }

    private static float[] text(int language, int topic, Random random) {
        float[] vector = new float[2 * PART];
        int from = language * PART;
        for (int i = 0; i < PART; i++) {
            vector[from + i] = (float) random.nextGaussian() / 10;
        }
        vector[from + topic] += 1;
        vector[from + TOPICS] += language == 0 ? (float) ALIKE : 0;
        return Vectors.unit(vector);
    }

    private static Target.Goal goal(int language, int topic) {
        Random random = new Random(11L + topic);
        return new Target.Goal(
                1,
                IntStream.range(0, 8)
                        .mapToObj(i -> text(language, topic, random))
                        .toList());
    }

    private static int language(int item) {
        return item / (TOPICS * EACH);
    }

    private static int topic(int item) {
        return item / EACH % TOPICS;
    }

    /** Rounds of ten, in which each item yields a pair on its topic. */
    private static List<Integer> first(Policy policy, Target target, int most) {
        Selection selection = policy.open(POOL, target, policy.preset(1));
        List<Integer> named = new ArrayList<>();
        Random random = new Random(5);
        while (named.size() < most) {
            int[] items = selection.next(10);
            Arrays.stream(items).forEach(named::add);
            selection.learn(Arrays.stream(items)
                    .mapToObj(item -> new Yield(item, List.of(text(language(item), topic(item), random))))
                    .toList());
        }
        return named.subList(0, most);
    }

    @ParameterizedTest
    @EnumSource(names = {"TUNED", "NEAREST", "STATIC"})
    void ofTargetsInTwoLanguagesBothSubjectsComeBeforeTheRestOfEitherLanguage(Policy policy) {
        Target both = new Target(List.of(goal(0, 2), goal(1, 4)));
        List<Integer> named = first(policy, both, 2 * EACH);
        assertThat(named.stream()
                        .filter(item -> topic(item) == (language(item) == 0 ? 2 : 4))
                        .count())
                .isGreaterThan(2 * EACH * 4 / 5);
    }

    @ParameterizedTest
    @EnumSource(names = {"TUNED", "NEAREST", "STATIC"})
    void whatCannotBeComparedComesLast(Policy policy) {
        for (int language = 0; language < 2; language++) {
            int wanted = language;
            assertThat(first(policy, new Target(List.of(goal(language, 2))), TOPICS * EACH))
                    .allMatch(item -> language(item) == wanted);
        }
    }

    @Test
    void aPairIsPaidByWhatIsFarAndNearInItsOwnLanguage() {
        Target both = new Target(List.of(goal(0, 2), goal(1, 4)));
        Rewards rewards = new Rewards(POOL, both, Settings.tuned(1));
        Random random = new Random(9);
        for (int language = 0; language < 2; language++) {
            double fits = rewards.pay(new Yield(0, List.of(text(language, language == 0 ? 2 : 4, random))));
            double doesNot = rewards.pay(new Yield(0, List.of(text(language, 0, random))));
            assertThat(fits).isGreaterThan(0.7);
            assertThat(doesNot).isLessThan(0.3);
        }
    }
}
