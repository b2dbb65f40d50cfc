package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.learn.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Topics 0 to 2 are one class, 3 to 5 another, 6 and 7 a third. */
class SharedSubjectsTest {
    private static final int TOPICS = 8;
    private static final Pool POOL = Pools.of(400, 10, TOPICS);
    private static final List<int[]> CLASSES = List.of(new int[] {0, 1, 2}, new int[] {3, 4, 5}, new int[] {6, 7});
    private static final Subjects SUBJECTS = new Subjects(names(), CLASSES);

    @Test
    void twoTopicsOfAClassLeadToItsThird() {
        double[] about = about(POOL, targetAbout(0, 1), SUBJECTS);
        double least = of(about, 2).min().orElseThrow();
        for (int topic = 3; topic < TOPICS; topic++) {
            assertThat(of(about, topic).max().orElseThrow()).isLessThan(least);
        }
    }

    @Test
    void soTheThirdComesBeforeWhatIsNoLessLikeTheTarget() {
        Settings settings = Settings.tuned(1).withFeedback(false);
        assertThat(shareOfTheClass(settings)).isEqualTo(1);
        assertThat(shareOfTheClass(settings.withSubjects(false))).isLessThan(0.9);
    }

    /** Three topics of eight, fifty items each. */
    private static double shareOfTheClass(Settings settings) {
        int[] first = Policy.TUNED
                .open(POOL, targetAbout(0, 1).among(SUBJECTS), settings)
                .next(150);
        return IntStream.of(first).filter(item -> topic(item) < 3).count() / 150.0;
    }

    @Test
    void topicsThatShareNoClassSayLittle() {
        double shared =
                of(about(POOL, targetAbout(0, 1), SUBJECTS), 2).average().orElseThrow();
        double[] apart = about(POOL, targetAbout(0, 3), SUBJECTS);
        assertThat(Arrays.stream(apart).map(Math::abs).max().orElseThrow()).isLessThan(shared / 2);
    }

    @Test
    void aSinglePairIsAboutItsOwnClass() {
        double[] about = about(POOL, Target.of(Pools.pairs(4, 1)), SUBJECTS);
        assertThat(of(about, 3).average().orElseThrow())
                .isGreaterThan(of(about, 1).average().orElseThrow());
    }

    /** What is very like the target is to stay in front of what is only about its class. */
    @Test
    void whatIsFarMoreAboutItThanAllOthersCountsOneAndAHalfDeviationsAtTheMost() {
        Pool rare = Pools.of(2000, 10, document -> document == 7 ? 2 : 3 + document % 5);
        double[] about = about(rare, targetAbout(0, 1), SUBJECTS);
        double deviation = Math.sqrt((rare.size() * (double) rare.size() - 1) / 12);
        assertThat(Arrays.stream(about).max().orElseThrow() / deviation).isBetween(1.0, 1.5);
    }

    /** The mean of a document's passages is about none of what they are about. */
    @Test
    void aPassageIsToldByItselfWhateverTheOthersOfItsDocumentAreAbout() {
        List<float[]> vectors = new ArrayList<>();
        for (int document = 0; document < 40; document++) {
            vectors.addAll(Pools.pairs(2, 1));
            vectors.addAll(Pools.pairs(document < 4 ? 2 : 3 + document % 5, 9));
        }
        Pool pool = Pool.of(
                vectors,
                IntStream.range(0, vectors.size()).map(item -> item / 10).toArray());
        double[] about = about(pool, targetAbout(0, 1), SUBJECTS);
        double inDocumentsOfTheirKind = Arrays.stream(about, 0, 40).average().orElseThrow();
        double amongOthers = IntStream.range(4, 40)
                .mapToDouble(document -> about[10 * document])
                .average()
                .orElseThrow();
        assertThat(amongOthers).isGreaterThan(0.8 * inDocumentsOfTheirKind);
    }

    @Test
    void withoutAClassificationNothingIsSaid() {
        assertThat(about(POOL, targetAbout(0, 1), Subjects.NONE)).containsOnly(0);
        assertThat(about(POOL, targetAbout(0, 1), new Subjects(names(), List.of())))
                .containsOnly(0);
    }

    /** Names that all lie in one place say of no text what it is about. */
    @Test
    void namesThatAreAllTheSameSayNothing() {
        List<float[]> same =
                Stream.generate(() -> names().getFirst()).limit(TOPICS).toList();
        assertThat(about(POOL, targetAbout(0, 1), new Subjects(same, CLASSES))).containsOnly(0);
    }

    /** Two models' vectors stand at right angles; names that only one of them made say nothing of the other's items. */
    @Test
    void namesTellOfItemsOfTheirOwnSpaceOnly() {
        int size = POOL.size();
        List<float[]> vectors = new ArrayList<>();
        IntStream.range(0, 2 * size).forEach(item -> vectors.add(in(item / size, POOL.vector(item % size))));
        Pool both = Pool.of(
                Rows.of(vectors),
                IntStream.range(0, 2 * size)
                        .map(item -> POOL.document(item % size) + item / size * POOL.documents())
                        .toArray(),
                IntStream.range(0, 2 * size).map(item -> item / size).toArray());
        List<float[]> pairs = new ArrayList<>();
        targetAbout(0, 1).goals().getFirst().pairs().forEach(pair -> {
            pairs.add(in(0, pair));
            pairs.add(in(1, pair));
        });
        Subjects here = new Subjects(names().stream().map(name -> in(0, name)).toList(), CLASSES);
        double[] about = about(both, Target.of(pairs), here);
        assertThat(Arrays.copyOfRange(about, 0, size)).isNotEqualTo(new double[size]);
        assertThat(Arrays.copyOfRange(about, size, 2 * size)).containsOnly(0);
    }

    /** A pool in one language, a target and names in two. */
    @Test
    void pairsAndNamesThatThePoolHasNothingToCompareWithMakeNoDifference() {
        List<float[]> vectors = IntStream.range(0, POOL.size())
                .mapToObj(item -> in(0, POOL.vector(item)))
                .toList();
        Pool wide = Pool.of(
                vectors, IntStream.range(0, POOL.size()).map(POOL::document).toArray());
        List<float[]> here = targetAbout(0, 1).goals().getFirst().pairs().stream()
                .map(pair -> in(0, pair))
                .toList();
        List<float[]> elsewhere =
                Pools.pairs(6, 20).stream().map(pair -> in(1, pair)).toList();
        List<float[]> names = names().stream().map(name -> in(0, name)).toList();
        Subjects one = new Subjects(names, CLASSES);
        Subjects both = new Subjects(
                Stream.concat(names.stream(), names().stream().map(name -> in(1, name)))
                        .toList(),
                List.of(
                        new int[] {0, 1, 2, TOPICS, TOPICS + 1, TOPICS + 2},
                        new int[] {3, 4, 5, TOPICS + 3, TOPICS + 4, TOPICS + 5},
                        new int[] {6, 7, TOPICS + 6, TOPICS + 7}));
        Target mixed =
                Target.of(Stream.concat(here.stream(), elsewhere.stream()).toList());
        assertThat(about(wide, mixed, both)).isEqualTo(about(wide, Target.of(here), one));
    }

    @Test
    void aClassOfWhatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new Subjects(names(), List.of(new int[] {0, TOPICS})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not there");
    }

    private static float[] in(int space, float[] vector) {
        float[] placed = new float[2 * vector.length];
        System.arraycopy(vector, 0, placed, space * vector.length, vector.length);
        return placed;
    }

    private static Target targetAbout(int one, int other) {
        return Target.of(Stream.concat(Pools.pairs(one, 20).stream(), Pools.pairs(other, 20).stream())
                .toList());
    }

    private static List<float[]> names() {
        return IntStream.range(0, TOPICS)
                .mapToObj(topic -> Pools.pairs(topic, 1).getFirst())
                .toList();
    }

    private static double[] about(Pool pool, Target target, Subjects subjects) {
        Likeness likeness = new Likeness(pool, target, 1);
        double[] alike = IntStream.range(0, pool.size()).asDoubleStream().toArray();
        return new SharedSubjects(likeness, pool, subjects, 1)
                .ofItems(likeness.target().goals().getFirst(), alike);
    }

    private static DoubleStream of(double[] about, int topic) {
        return IntStream.range(0, about.length)
                .filter(item -> topic(item) == topic)
                .mapToDouble(item -> about[item]);
    }

    private static int topic(int item) {
        return Pools.topic(POOL.document(item), TOPICS);
    }
}
