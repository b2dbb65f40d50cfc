package dev.lectern.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KMeansTest {
    @Test
    void findsGroupsThatLieFarApart() {
        Clusters clusters = new KMeans(6, 25, 1, 1).of(new Clouds(2).groups(300, 24, 6, .02));
        assertThat(clusters.count()).isEqualTo(6);
        for (int row = 6; row < 300; row++) {
            assertThat(clusters.of(row)).isEqualTo(clusters.of(row % 6));
        }
    }

    @Property(tries = 20, seed = "42")
    void isTheSameForAnyNumberOfThreads(
            @ForAll @IntRange(min = 1, max = 60) int count, @ForAll @IntRange(min = 2, max = 5) int threads) {
        Rows rows = new Clouds(count).groups(2500, 9, 13, .3);
        Clusters one = new KMeans(count, 5, 3, 1).of(rows);
        Clusters many = new KMeans(count, 5, 3, threads).of(rows);
        assertThat(all(many)).isEqualTo(all(one));
        assertThat(many.centres().row(0)).isEqualTo(one.centres().row(0));
    }

    @Property(tries = 50, seed = "42")
    void everyRowIsInTheClusterOfItsNearestCentreAndNoneIsEmpty(
            @ForAll @IntRange(min = 1, max = 60) int size, @ForAll @IntRange(min = 1, max = 30) int count) {
        Rows rows = new Clouds(size + count).groups(size, 5, 4, .5);
        Clusters clusters = new KMeans(count, 100, 1, 1).of(rows);
        assertThat(clusters.count()).isLessThanOrEqualTo(Math.min(size, count));
        assertThat(IntStream.range(0, clusters.count()).map(clusters::size).sum())
                .isEqualTo(size);
        for (int row = 0; row < size; row++) {
            float own = clusters.centres().dot(clusters.of(row), rows.row(row));
            for (int c = 0; c < clusters.count(); c++) {
                assertThat(clusters.centres().dot(c, rows.row(row))).isLessThanOrEqualTo(own + 1e-6f);
            }
        }
        for (int c = 0; c < clusters.count(); c++) {
            assertThat(clusters.members(c)).isNotEmpty().isSorted();
        }
    }

    @Test
    void identicalRowsMakeOneCluster() {
        float[] row = Vectors.unit(new Clouds(1).numbers(16));
        float[] flat = new float[160];
        for (int i = 0; i < 10; i++) {
            System.arraycopy(row, 0, flat, i * 16, 16);
        }
        assertThat(new KMeans(4, 25, 1, 2).of(Rows.of(flat, 16)).count()).isEqualTo(1);
    }

    @Test
    void rowsOfZerosHarmNothing() {
        float[] flat = Arrays.copyOf(new Clouds(1).numbers(40), 80);
        Clusters clusters = new KMeans(5, 25, 1, 1).of(Rows.of(flat, 8));
        for (int cluster : all(clusters)) {
            assertThat(cluster).isLessThan(clusters.count());
        }
    }

    @Test
    void twoLevelsFindTheSameGroupsForAnyNumberOfThreads() {
        Rows rows = new Clouds(5).groups(4000, 12, 20, .02);
        Clusters one = new TwoLevels(new KMeans(20, 25, 1, 1), rows).find();
        Clusters many = new TwoLevels(new KMeans(20, 25, 1, 4), rows).find();
        assertThat(all(many)).isEqualTo(all(one));
        assertThat(one.count()).isBetween(15, 25);
        double sum = 0;
        for (int row = 0; row < 4000; row++) {
            sum += one.centres().dot(one.of(row), rows.row(row));
        }
        assertThat(sum / 4000).isGreaterThan(.9);
    }

    @Property(tries = 20, seed = "42")
    void twoLevelsAreNearlyAsCloseAsOne(
            @ForAll @IntRange(min = 10, max = 80) int count, @ForAll @IntRange(min = 5, max = 200) int groups) {
        Rows rows = new Clouds(count + groups).groups(3000, 16, groups, .2);
        KMeans means = new KMeans(count, 25, 1, 1);
        assertThat(1 - closeness(new TwoLevels(means, rows).find(), rows))
                .isLessThan(1.12 * (1 - closeness(means.inMemory(rows), rows)) + 1e-3);
    }

    @Property(tries = 20, seed = "42")
    void inTwoLevelsEachRowIsInOneClusterAndNoneIsEmpty(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(min = 1, max = 90) int count) {
        Clusters clusters =
                new TwoLevels(new KMeans(count, 25, 1, 1), new Clouds(size + count).groups(size, 5, 4, .5)).find();
        assertThat(IntStream.range(0, clusters.count()).flatMap(c -> IntStream.of(clusters.members(c))))
                .hasSize(size)
                .doesNotHaveDuplicates();
        for (int c = 0; c < clusters.count(); c++) {
            assertThat(clusters.members(c)).isNotEmpty();
        }
    }

    @Test
    void veryManyRowsOfWhichAllOrMostAreTheSameAreClustered() {
        float[] flat = new float[4 * (KMeans.MANY + 100)];
        Arrays.fill(flat, .5f);
        KMeans many = new KMeans(200, 25, 1, 2);
        assertThat(many.of(Rows.of(flat, 4)).count()).isEqualTo(1);
        float[] others = new Clouds(3).numbers(4 * 3000);
        for (int row = 0; row < 3000; row++) {
            float[] other = Vectors.unit(Arrays.copyOfRange(others, 4 * row, 4 * row + 4));
            System.arraycopy(other, 0, flat, 4 * 30 * row, 4);
        }
        Rows rows = Rows.of(flat, 4);
        Clusters clusters = many.of(rows);
        assertThat(clusters.count()).isBetween(2, 220);
        assertThat(IntStream.range(0, clusters.count()).map(clusters::size).sum())
                .isEqualTo(rows.size());
    }

    private static double closeness(Clusters clusters, Rows rows) {
        return IntStream.range(0, rows.size())
                .mapToDouble(row -> clusters.centres().dot(clusters.of(row), rows.row(row)))
                .average()
                .orElseThrow();
    }

    @Test
    void aSampleMakesTheCentresOfVeryManyRows() {
        Rows rows = new Clouds(6).groups(100_005, 5, 5, .01);
        Clusters clusters = new KMeans(5, 25, 1, 2).of(rows);
        assertThat(clusters.rows()).isEqualTo(100_005);
        assertThat(clusters.count()).isEqualTo(5);
        for (int cluster = 0; cluster < 5; cluster++) {
            assertThat(clusters.size(cluster)).isEqualTo(20_001);
        }
    }

    @Test
    void theCountFollowsTheCorpusAndTheBudget() {
        assertThat(KMeans.countFor(2000, 100)).isEqualTo(50);
        assertThat(KMeans.countFor(2000, 40)).isEqualTo(20);
        assertThat(KMeans.countFor(100, 1000)).isEqualTo(8);
        assertThat(KMeans.countFor(3, 1000)).isEqualTo(3);
        assertThat(KMeans.countFor(1, 0)).isEqualTo(1);
        assertThat(KMeans.countFor(1_000_000, 3200)).isEqualTo(1600);
        assertThat(KMeans.countFor(1_000_000_000, 1_000_000_000)).isEqualTo(4096);
    }

    private static int[] all(Clusters clusters) {
        return IntStream.range(0, clusters.rows()).map(clusters::of).toArray();
    }
}
