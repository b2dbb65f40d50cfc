package dev.lectern.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    private static final int DIMENSIONS = 32;

    @Test
    void aHeadThatHelpsIsKept() {
        // Pairs differ from their document by a lot along a few directions, which a head can learn to leave out.
        Rows documents = new Clouds(1).groups(160, DIMENSIONS, 160, 0);
        Rows pairs = moved(documents, 4);
        int[] own = IntStream.range(0, 160).toArray();
        Alignment alignment = new Alignment(8, .1, 200, 40, 3e-3, .25, .02, 1);
        Head head = alignment.train(documents, pairs, own).orElseThrow();
        double before = Alignment.rank(documents, pairs, own, own);
        assertThat(Alignment.rank(head.of(documents), head.of(pairs), own, own)).isGreaterThan(1.02 * before);
    }

    @Test
    void aHeadIsDroppedWhereNothingIsLeftToGain() {
        Rows documents = new Clouds(2).groups(100, DIMENSIONS, 100, 0);
        int[] own = IntStream.range(0, 100).toArray();
        assertThat(Alignment.usual(1).train(documents, documents, own)).isEmpty();
    }

    @Test
    void aFewDocumentsTeachNothing() {
        Rows documents = new Clouds(3).groups(10, DIMENSIONS, 10, 0);
        assertThat(Alignment.usual(1)
                        .train(documents, documents, IntStream.range(0, 10).toArray()))
                .isEmpty();
    }

    @Test
    void theLossFallsAlongItsSlope() {
        Rows documents = new Clouds(4).groups(40, DIMENSIONS, 40, 0);
        Rows pairs = moved(documents, 2);
        int[] own = IntStream.range(0, 40).toArray();
        Training training =
                new Training(new Alignment(8, .1, 0, 40, 1e-3, 0, 0, 1), DIMENSIONS, new java.util.SplittableRandom(1));
        double first = training.step(documents, pairs, own, own);
        double last = first;
        for (int i = 0; i < 50; i++) {
            double next = training.step(documents, pairs, own, own);
            assertThat(next).isLessThan(last + 1e-3);
            last = next;
        }
        assertThat(last).isLessThan(.9 * first);
    }

    @Test
    void theSameSeedGivesTheSameHead() {
        Rows documents = new Clouds(1).groups(160, DIMENSIONS, 160, 0);
        Rows pairs = moved(documents, 4);
        int[] own = IntStream.range(0, 160).toArray();
        Alignment alignment = new Alignment(8, .1, 60, 40, 3e-3, .25, -1, 1);
        float[] one = alignment.train(documents, pairs, own).orElseThrow().of(pairs.row(0));
        assertThat(alignment.train(documents, pairs, own).orElseThrow().of(pairs.row(0)))
                .isEqualTo(one);
    }

    /** The rows with noise in the first dimensions. */
    private static Rows moved(Rows rows, int noisy) {
        Clouds clouds = new Clouds(9);
        List<float[]> moved = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            float[] row = rows.row(r);
            float[] noise = clouds.numbers(noisy);
            for (int d = 0; d < noisy; d++) {
                row[d] += noise[d];
            }
            moved.add(Vectors.unit(row));
        }
        return Rows.of(moved);
    }
}
