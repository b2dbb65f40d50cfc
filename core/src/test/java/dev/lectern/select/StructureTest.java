package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.learn.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final int PASSAGES = 6;

    @Test
    void documentsOfTheSamePartsAreAlikeWhateverTheyAreAbout() {
        double[] alike = alike(Kinds.pool(PASSAGES), Kinds.target(1, 24));
        double worstOfTheKind = ofKind(alike, 1).min().orElseThrow();
        double bestOfTheOther = ofKind(alike, 0).max().orElseThrow();
        assertThat(worstOfTheKind).isGreaterThan(bestOfTheOther + 0.1);
    }

    @Test
    void theySoComeBeforeOthersThatLookMoreLikeTheTarget() {
        Pool pool = Kinds.pool(PASSAGES);
        Settings settings = Settings.tuned(1).withFeedback(false);
        assertThat(shareOfTheKind(pool, settings)).isEqualTo(1);
        assertThat(shareOfTheKind(pool, settings.withStructure(false))).isLessThan(0.5);
    }

    private static double shareOfTheKind(Pool pool, Settings settings) {
        int half = pool.size() / 2;
        int[] first = Policy.TUNED.open(pool, Kinds.target(1, 24), settings).next(half);
        return IntStream.of(first).filter(item -> pool.document(item) % 2 == 1).count() / (double) half;
    }

    /** So that goals can be compared, one with structure and one of too few pairs for any. */
    @Test
    void whatIsSaidIsTheDifferenceFromTheMean() {
        double[] alike = alike(Kinds.pool(PASSAGES), Kinds.target(1, 24));
        assertThat(Arrays.stream(alike).average().orElseThrow()).isCloseTo(0, within(1e-9));
    }

    @Test
    void ofDocumentsThatAreTooShortNothingIsSaid() {
        Pool pool = Kinds.pool(PASSAGES);
        int[] documents = IntStream.range(0, pool.size())
                .map(item -> item < 2 ? 0 : 1 + item / PASSAGES)
                .toArray();
        double[] alike = alike(Pool.of(pool.vectors(), documents), Kinds.target(1, 24));
        assertThat(alike[0]).isZero();
        assertThat(Arrays.stream(alike).filter(one -> one == 0)).hasSize(1);
        assertThat(alike(Kinds.pool(2), Kinds.target(1, 24))).containsOnly(0);
    }

    @Test
    void ofATargetOfFewPairsNothingIsSaid() {
        assertThat(alike(Kinds.pool(PASSAGES), Kinds.target(1, 2))).containsOnly(0);
        assertThat(alike(Kinds.pool(PASSAGES), Kinds.target(1, 4))).containsOnly(0);
    }

    /** Passages that say the same have no parts: what rounding leaves of them points anywhere. */
    @Test
    void aDocumentThatRepeatsItselfHasNoParts() {
        Pool pool = Kinds.pool(PASSAGES);
        List<float[]> vectors = new ArrayList<>();
        for (int item = 0; item < pool.size(); item++) {
            vectors.add(pool.vector(item < PASSAGES ? 0 : item));
        }
        int[] documents = IntStream.range(0, pool.size()).map(pool::document).toArray();
        double[] repeats = alike(Pool.of(vectors, documents), Kinds.target(1, 24));
        assertThat(repeats[0]).isLessThan(ofKind(repeats, 1).min().orElseThrow());
    }

    /** A goal in two languages, whose models' vectors stand at right angles: few pairs in one say as much there as many in the other. */
    @Test
    void eachLanguageOfAGoalTellsOfItsOwnDocuments() {
        Pool one = Kinds.pool(PASSAGES);
        int size = one.size();
        int documents = one.documents();
        int half = one.dimensions();
        List<float[]> vectors = new ArrayList<>();
        IntStream.range(0, 2 * size).forEach(item -> vectors.add(in(item / size, one.vector(item % size), half)));
        Pool both = Pool.of(
                Rows.of(vectors),
                IntStream.range(0, 2 * size)
                        .map(item -> one.document(item % size) + item / size * documents)
                        .toArray(),
                IntStream.range(0, 2 * size).map(item -> item / size).toArray());
        List<float[]> pairs = new ArrayList<>();
        Kinds.target(1, 48).goals().getFirst().pairs().forEach(pair -> pairs.add(in(0, pair, half)));
        Kinds.target(1, 12).goals().getFirst().pairs().forEach(pair -> pairs.add(in(1, pair, half)));
        double[] alike = alike(both, Target.of(pairs));
        for (int space = 0; space < 2; space++) {
            double[] own = Arrays.copyOfRange(alike, space * documents, (space + 1) * documents);
            assertThat(ofKind(own, 1).min().orElseThrow())
                    .isGreaterThan(ofKind(own, 0).max().orElseThrow() + 0.1);
        }
    }

    private static float[] in(int space, float[] vector, int half) {
        float[] placed = new float[2 * half];
        System.arraycopy(vector, 0, placed, space * half, half);
        return placed;
    }

    private static double[] alike(Pool pool, Target target) {
        Likeness likeness = new Likeness(pool, target, 1);
        return new Structure(likeness, Groups.byDocument(pool), 1)
                .ofDocuments(likeness.target().goals().getFirst());
    }

    private static DoubleStream ofKind(double[] alike, int kind) {
        return IntStream.range(0, alike.length)
                .filter(document -> document % 2 == kind)
                .mapToDouble(document -> alike[document]);
    }
}
